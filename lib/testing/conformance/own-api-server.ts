import { createServer } from "node:http";
import { POST as replyEmailThread } from "@/app/api/v1/campaigns/[campaignId]/reply-email-thread/route";
import { POST as sendEmailThread } from "@/app/api/v1/email-campaigns/send-email-thread/route";
import { GET as replyStatus } from "@/app/api/v1/master-inbox/reply-status/route";
import { GET as unknownPath } from "@/app/api/v1/[[...path]]/route";
import { errorResponse } from "@/lib/api/error-response";
import { AppError } from "@/lib/core/errors";

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** This app's own API as a real HTTP server on loopback, route by route as Next serves them. */
export async function startOwnApi() {
  let limited = 0;
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const { method = "GET", url = "/", headers } = incoming;
      const request = new Request(`http://127.0.0.1${url}`, {
        method,
        headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]),
        ...(method === "GET" ? {} : { body: Buffer.concat(chunks) }),
      });
      const response = limited-- > 0 ? tooMany() : await answer(request);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    /** For ALLOW_PRIVATE_HOSTS. */
    allow: `127.0.0.1:${port}`,
    /** The next calls are too many. */
    limitNext: (count = 1) => void (limited = count),
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const tooMany = (): Response => errorResponse(new AppError("rate_limited", { retryAfterSeconds: 30 }));

function answer(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/v1/, "");
  const call = (handler: Handler, params: Record<string, string> = {}) =>
    handler(request, { params: Promise.resolve(params) });
  if (request.method === "POST" && path === "/email-campaigns/send-email-thread") return call(sendEmailThread);
  if (request.method === "GET" && path === "/master-inbox/reply-status") return call(replyStatus);
  const campaignId = /^\/campaigns\/([^/]+)\/reply-email-thread$/.exec(path)?.[1];
  if (request.method === "POST" && campaignId !== undefined) return call(replyEmailThread, { campaignId });
  return Promise.resolve(unknownPath());
}
