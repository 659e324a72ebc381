import PostalMime, { type Email } from "postal-mime";
import { unflowedText } from "./flowed-text";

/**
 * Reads a MIME source with postal-mime. Its time grows with the bytes, not with the lines: a stranger's empty lines cost
 * the worker nothing.
 * @throws Error when the source goes beyond a limit
 */
export function parseMime(source: Buffer): Promise<Email> {
  return PostalMime.parse(source, LIMITS);
}

// Forwarded messages stay attachments: their text is not this writer's, and their depth costs nothing.
const LIMITS = { maxNestingDepth: 64, maxHeadersSize: 1024 * 1024, forceRfc822Attachments: true };

type Decoder = { update(line: Uint8Array): void; finalize(): Promise<ArrayBuffer> };
type Node = {
  contentDecoder: Decoder | null;
  setupContentDecoder: (this: Node, transferEncoding: string) => void;
  decodeFlowedText: (text: string, isDelSp: boolean) => string;
};

/** The same bytes as the parser's own decoder of unencoded parts gives, which makes two Blob parts of each line: 8 µs a line. */
class LinesDecoder implements Decoder {
  private bytes = new Uint8Array(4096);
  private length = 0;

  update(line: Uint8Array): void {
    const end = this.length + line.length + 1;
    if (end > this.bytes.length) {
      const wider = new Uint8Array(Math.max(end, this.bytes.length * 2));
      wider.set(this.bytes.subarray(0, this.length));
      this.bytes = wider;
    }
    this.bytes.set(line, this.length);
    this.bytes[end - 1] = 10;
    this.length = end;
  }

  finalize(): Promise<ArrayBuffer> {
    return Promise.resolve(this.bytes.slice(0, this.length).buffer);
  }
}

// The package exports no class of its nodes; a test of the time that many lines take tells when this stops working.
const node = Object.getPrototypeOf((new PostalMime() as unknown as { root: Node }).root) as Node;
const setUp = node.setupContentDecoder;
node.setupContentDecoder = function (this: Node, transferEncoding: string): void {
  setUp.call(this, transferEncoding);
  if (!/base64|quoted-printable/iu.test(transferEncoding)) this.contentDecoder = new LinesDecoder();
};
// The parser's own joins a quoted line with the answer below it.
node.decodeFlowedText = unflowedText;
