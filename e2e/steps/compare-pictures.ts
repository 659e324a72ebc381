import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

export type Compared = {
  /** The share of pixels that differ, 0 to 1; what one picture has beyond the other's edge differs. */
  share: number;
  /** Where: a PNG of the second picture, pale, with what differs in red. */
  picture: Buffer;
};

/** Compares two PNGs pixel by pixel; the smoothed edges of letters and lines may fall a little differently. */
export function comparePictures(one: Buffer, other: Buffer): Compared {
  const [first, second] = [PNG.sync.read(one), PNG.sync.read(other)];
  const width = Math.max(first.width, second.width);
  const height = Math.max(first.height, second.height);
  const apart = new PNG({ width, height });
  const count = pixelmatch(sized(first, width, height), sized(second, width, height), apart.data, width, height, {
    threshold: 0.15,
  });
  return { share: count / (width * height), picture: PNG.sync.write(apart) };
}

/** On a ground that no mail has, so that what is missing is seen. */
function sized(picture: PNG, width: number, height: number): Buffer {
  const whole = new PNG({ width, height, fill: true });
  for (let at = 0; at < whole.data.length; at += 4) whole.data.set([255, 0, 255, 255], at);
  PNG.bitblt(picture, whole, 0, 0, picture.width, picture.height, 0, 0);
  return whole.data;
}
