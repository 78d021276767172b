// A fake oauth2-proxy, the single sign-on before console and relay.

import { once } from "node:events";
import { createServer } from "node:http";

/** The cookie of who has signed in. */
export const SESSION = "_oauth2_proxy=a-session";

/** Answers like oauth2-proxy: 202 to those with a session, 401 to others, and its login page. */
export async function startSignOn() {
  const asked = [];
  const login = { status: 401 };
  const server = createServer((request, answer) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      if (request.url.startsWith("/oauth2/auth")) {
        asked.push({ method: request.method, url: request.url, headers: request.headers, body });
        answer.writeHead(request.headers.cookie?.includes(SESSION) ? 202 : login.status, { "Set-Cookie": "csrf=1" });
        answer.end("<html>login</html>");
      } else {
        answer.writeHead(200, { "Content-Type": "text/html" });
        answer.end(`<form action="/oauth2/sign_in"></form> ${request.url}`);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    host: `127.0.0.1:${server.address().port}`,
    asked,
    login,
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}
