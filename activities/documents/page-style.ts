/** Look of an official notice on A4: 宋体 headings, 仿宋 text, first lines indented by two characters. */
export const pageStyle = `
@page { size: A4; margin: 22mm 22mm 20mm 24mm; @bottom-center { content: "— " counter(page) " —"; font-size: 10.5pt; } }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0 auto; max-width: 164mm; font: 13pt/1.6 "FangSong", "STFangsong", "Noto Serif CJK SC", "Songti SC", "SimSun", serif; overflow-wrap: anywhere; }
header { text-align: center; margin-bottom: 5mm; }
header p { text-indent: 0; text-align: center; }
.issuer { margin: 0; font: bold 16pt/1.5 "SimSun", "STSong", "Noto Serif CJK SC", serif; color: #b00; letter-spacing: .1em; }
h1 { margin: 1mm 0 2mm; padding-top: 3mm; border-top: .6mm solid #b00; font: bold 20pt/1.5 "SimSun", "STSong", "Noto Serif CJK SC", serif; }
.number { margin: 0; font-size: 12pt; }
.addressee { text-indent: 0; margin: 0 0 1mm; }
p { margin: 0 0 1mm; text-indent: 2em; text-align: justify; white-space: pre-line; }
h2 { margin: 3mm 0 1mm; text-indent: 2em; font: normal 13.5pt/1.7 "SimHei", "STHeiti", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
ol { margin: 0 0 1mm; padding-left: 3.4em; }
li { text-align: justify; white-space: pre-line; }
table { width: 100%; margin: 1mm 0 2mm; border-collapse: collapse; font-size: 11.5pt; line-height: 1.5; }
caption { text-align: right; font-size: 10.5pt; }
th, td { padding: 1mm 2mm; border: .25mm solid #000; text-align: left; vertical-align: middle; white-space: pre-line; }
th { font-weight: normal; background: #f4f4f4; text-align: center; }
table.facts th { width: 28%; }
td.sum { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.mark { min-width: 5.5em; text-align: center; }
thead { display: table-header-group; }
tr, .sign-off, .receipt, .signatures { break-inside: avoid; }
.failed { font-weight: bold; }
.note { font-size: 11pt; text-indent: 0; }
.poster { font-size: 17pt; line-height: 1.8; }
.poster table { font-size: 17pt; }
.poster td, .poster th { padding: 3mm; text-align: center; }
.poster h2 { font-size: 17pt; }
.poster table.facts th { width: 32%; white-space: nowrap; }
.record { font-size: 12pt; line-height: 1.55; }
.record h2 { font-size: 12.5pt; margin-top: 2mm; }
.record table { font-size: 11pt; }
.record td, .record th { padding: .6mm 2mm; }
.record .sign-off { margin-top: 5mm; }
.sign-off, .signatures { break-before: avoid; }
.sign-off { margin: 8mm 0 5mm; text-align: right; }
.sign-off p { text-align: right; text-indent: 0; padding-right: 8mm; }
.signatures { margin-top: 6mm; }
.signatures p { text-indent: 0; text-align: left; margin-bottom: 4mm; }
.line { display: inline-block; min-width: 38mm; margin-right: 8mm; border-bottom: .25mm solid #000; }
.receipt { margin-top: 6mm; padding-top: 2mm; border-top: .25mm dashed #000; font-size: 11pt; }
.receipt p { text-indent: 0; }
@media screen { body { padding: 12mm 0; } }
`;
