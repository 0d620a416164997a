import { createServer } from "node:http";

// The limit: reads, parses, answers; no authentication, no validation, no error handling.
createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    JSON.parse(Buffer.concat(chunks).toString());
    response.end();
  });
}).listen(0, "127.0.0.1", function listening() {
  console.log(this.address().port);
});
