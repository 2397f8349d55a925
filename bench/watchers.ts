/**
 * `node bench/watchers.ts URL COOKIE COUNT`: that many live connections that follow the queue and count what they are
 * told, in a process of their own. Prints the count when its parent says so by closing standard input.
 */
const [url = '', cookie = '', count = '0'] = process.argv.slice(2);
const address = `${url.replace('http', 'ws')}/api/v1/stream`;

let messages = 0;
let lost = 0;
const sockets = Array.from({ length: Number(count) }, () => {
  // Node's WebSocket takes headers, which the browser's type does not know.
  const socket = new WebSocket(address, { headers: { cookie } } as unknown as string[]);
  socket.addEventListener('open', () => socket.send(JSON.stringify({ subscribe: ['queue'] })));
  socket.addEventListener('message', () => (messages += 1));
  socket.addEventListener('close', () => (lost += 1));
  return socket;
});
await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.addEventListener('open', resolve))));
console.log('watching');
process.stdin.resume().on('end', () => {
  console.log(JSON.stringify({ messages, lost }));
  process.exit();
});
