import { csvFile, pdfFile, pngFile } from "../files";
import { PILOT, PILOT_ASIDES } from "../texts/en/pilot";
import { write } from "../texts/write";
import type { Beat, Story } from "./story";
import { tellStory } from "./tell-story";
import { letter, say, turn, type Voice } from "./voice";

/** A long English thread: a pilot project from the first mail to whatever the `length`th message is. */
export function tellPilot(voice: Voice, length: number): Story {
  const { random, slots, pack } = voice;
  const start = tellStory(voice, "meeting");
  const beats: Beat[] = start.beats.slice(0, 3);
  if (beats.at(-1)?.by === "lead")
    beats.push({
      by: "us",
      kind: "manual",
      body: letter(voice, say(voice, pack.ours.meeting), { by: "us" }),
      gap: 4,
    });
  // The clips arrive before they are signed for: the first round keeps the order, later ones choose freely.
  for (let index = 0; beats.length < length; index++) {
    turn(voice);
    [slots.machine, slots.machine2] = [
      pack.machines[(index * 3) % pack.machines.length]!,
      pack.machines[(index * 5 + 1) % pack.machines.length]!,
    ];
    const [theirs, ours] = index < PILOT.length ? PILOT[index]! : random.pick(PILOT);
    const isColleague = random.chance(0.15);
    const by = isColleague ? "colleague" : "lead";
    beats.push({
      by,
      kind: "answer",
      body: letter(voice, write(theirs, slots, random), { by }),
      gap: gapOf(random.next(), length),
      ...copied(isColleague, random.chance(0.2)),
      ...picture(voice, 0.05),
    });
    if (random.chance(0.12))
      beats.push({ by: "lead", kind: "answer", body: write(random.pick(PILOT_ASIDES), slots, random), gap: 0.4 });
    const body = letter(voice, write(ours, slots, random), { by: "us" });
    beats.push({
      by: "us",
      kind: "manual",
      body,
      gap: gapOf(random.next(), length) / 2,
      ...copied(isColleague, false),
      ...sheet(voice, body),
    });
  }
  return { subject: `Pilot at ${slots.company}`, beats: beats.slice(0, length), category: "interested" };
}

/** Hours; the longer the thread, the quicker it went, so that all of them fit into some weeks. */
const gapOf = (share: number, length: number) => 0.2 + share * share * Math.min(36, 900 / length);

const copied = (isNeeded: boolean, isChosen: boolean): Partial<Beat> =>
  isNeeded || isChosen ? { withColleague: true } : {};

function picture(voice: Voice, probability: number): Partial<Beat> {
  if (!voice.random.chance(probability)) return {};
  return { files: [pngFile("hall.png", voice.random)] };
}

function sheet({ slots, random, pack }: Voice, body: string): Partial<Beat> {
  if (!body.includes("attach")) return {};
  return {
    files: [
      body.includes("columns")
        ? csvFile("export.csv", pack.machines.slice(0, 6), random)
        : pdfFile("wattlark.pdf", ["Wattlark", slots.company ?? ""]),
    ],
  };
}
