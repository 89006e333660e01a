/** Types that are taken, by the bytes a file begins with: what a name or a header claims does not count. */
const signatures: readonly { readonly mediaType: string; readonly bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** The media type that the content itself shows; undefined for any that is not taken. */
export const mediaTypeOf = (content: Uint8Array): string | undefined =>
  signatures.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte))?.mediaType;
