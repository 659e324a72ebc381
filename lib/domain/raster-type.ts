/** The types of pictures that the browser only draws, by how their files begin (PNG 1.2 §3.1, GIF89a, JFIF, RIFF/WebP). */
export function rasterTypeOf(content: Uint8Array): "image/png" | "image/jpeg" | "image/gif" | "image/webp" | null {
  const begins = (bytes: number[], at = 0) => bytes.every((byte, index) => content[at + index] === byte);
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (begins([0xff, 0xd8, 0xff])) return "image/jpeg";
  if (begins([...GIF, 0x37, 0x61]) || begins([...GIF, 0x39, 0x61])) return "image/gif";
  return begins(RIFF) && begins(WEBP, 8) ? "image/webp" : null;
}

const GIF = [0x47, 0x49, 0x46, 0x38];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];
