/** What a script cannot go on from is told in a line: whoever runs it looks for what to do, not for where it was thrown. */
process.on('uncaughtException', (error) => {
  console.error(error.message.trim());
  if (/connect|reach/i.test(error.message))
    console.error('Is the stack up (npm start), and are ports and data folder its own?');
  process.exit(2);
});
