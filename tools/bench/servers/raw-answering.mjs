import { createServer } from "node:http";

// The limit of a server that sends a header and a body, as ours does.
createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    JSON.parse(Buffer.concat(chunks).toString());
    response.setHeader("content-type", "application/json");
    response.end('{"ok":true,"outcome":"handled"}');
  });
}).listen(0, "127.0.0.1", function listening() {
  console.log(this.address().port);
});
