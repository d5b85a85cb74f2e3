/** The floor of a language server: answers each text with empty diagnostics, and looks at nothing. */
let bytes = Buffer.alloc(0);

process.stdin.on('data', (chunk) => {
  bytes = bytes.length ? Buffer.concat([bytes, chunk]) : chunk;
  for (;;) {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(bytes.toString('latin1', 0, end))[1]);
    if (bytes.length < end + 4 + length) return;
    take(JSON.parse(bytes.toString('utf8', end + 4, end + 4 + length)));
    bytes = bytes.subarray(end + 4 + length);
  }
});

function take({ id, method, params }) {
  if (method === 'exit') process.exit(0);
  if (id !== undefined)
    send({ id, result: method === 'initialize' ? { capabilities: { textDocumentSync: 2 } } : null });
  if (method === 'textDocument/didOpen' || method === 'textDocument/didChange') {
    const { uri, version } = params.textDocument;
    send({ method: 'textDocument/publishDiagnostics', params: { uri, version, diagnostics: [] } });
  }
}

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  process.stdout.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}
