import type { Incoming } from "./direction-of-message";

/**
 * What a person or a machine of the other side wrote, found in a mailbox. Where it belongs it tells by the ids that it names and by its
 * writer's lead, and storing it changes nothing by which another one's place is found. Delivery reports are about others.
 */
export const isPlain = (message: Incoming): boolean =>
  message.direction === "in" &&
  message.bounces.length === 0 &&
  message.given === undefined &&
  message.reply === undefined;
