import PostalMime, { type Email } from "postal-mime";
import { unflowedText } from "./flowed-text";
import { Base64Decoder, type Decoder, LinesDecoder } from "./part-decoders";

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

type Node = {
  state: "header" | "body" | "finished";
  contentDecoder: Decoder | null;
  setupContentDecoder: (this: Node, transferEncoding: string) => void;
  decodeFlowedText: (text: string, isDelSp: boolean) => string;
};
type Line = { bytes: Uint8Array; done: boolean };
type Parser = {
  root: Node;
  currentNode: Node;
  boundaries: unknown[];
  av: Uint8Array<ArrayBuffer>;
  readPos: number;
  readLine: (this: Parser) => Line;
};

// The package exports no class of its nodes; a test of the time that many lines take tells when this stops working.
const node = Object.getPrototypeOf((new PostalMime() as unknown as Parser).root) as Node;
const setUp = node.setupContentDecoder;
node.setupContentDecoder = function (this: Node, transferEncoding: string): void {
  setUp.call(this, transferEncoding);
  if (/base64/iu.test(transferEncoding)) this.contentDecoder = new Base64Decoder();
  else if (!/quoted-printable/iu.test(transferEncoding)) this.contentDecoder = new LinesDecoder();
};
// The parser's own joins a quoted line with the answer below it.
node.decodeFlowedText = unflowedText;

// Of a body that our decoders take in, the lines up to the next that may be a boundary are one: each line by itself costs the parser a turn.
const parser = PostalMime.prototype as unknown as Parser;
const readLine = parser.readLine;
parser.readLine = function (this: Parser): Line {
  const { av, readPos, currentNode, boundaries } = this;
  const takesMany =
    currentNode.contentDecoder instanceof LinesDecoder || currentNode.contentDecoder instanceof Base64Decoder;
  if (currentNode.state !== "body" || !takesMany || (av[readPos] === DASH && av[readPos + 1] === DASH))
    return readLine.call(this);
  const next = boundaries.length > 0 ? Buffer.from(av.buffer).indexOf("\n--", readPos) : -1;
  this.readPos = next < 0 ? av.length : next + 1;
  return { bytes: av.subarray(readPos, this.readPos), done: this.readPos >= av.length };
};

const DASH = 45;
