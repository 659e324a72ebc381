import { csvFile, pdfFile, pngFile } from "../files";
import type { Intent, Turn } from "../texts/pack";
import { fill } from "../texts/write";
import type { Beat, Story } from "./story";
import { letter, say, settleOn, turn, type Voice } from "./voice";

export type Plot = Intent | "silent" | "ooo" | "bounce";
const TURNS = [
  ["agree", 26],
  ["question", 26],
  ["internal", 14],
  ["thanks", 12],
  ["later", 12],
] as const satisfies readonly (readonly [Turn, number])[];

/** Tells how the exchange with one lead went, from our first mail to its present end. */
export function tellStory(voice: Voice, plot: Plot, { isDesigned = false } = {}): Story {
  const { pack, random, slots } = voice;
  const subject = capital(fill(random.pick(pack.subjects), slots), pack.locale);
  const beats = opening(
    voice,
    plot === "silent"
      ? random.int(1, 3)
      : random.weighted([
          [1, 55],
          [2, 30],
          [3, 15],
        ]),
    isDesigned,
  );
  if (plot === "silent") return { subject, beats, category: null };
  if (plot === "bounce") return { subject, beats: [...beats.slice(0, 1), bounced()], category: "bounce" };
  if (plot === "ooo") {
    beats.push(outOfOffice(voice));
    if (random.chance(0.25)) beats.push(...exchange(voice, "info"));
    return { subject, beats, category: beats.length > 4 ? "info" : "ooo" };
  }
  beats.push(...exchange(voice, plot));
  return { subject, beats, category: plot };
}

function opening(voice: Voice, steps: number, isDesigned: boolean): Beat[] {
  const { pack, random } = voice;
  return Array.from({ length: steps }, (_, index) => {
    const body = letter(voice, say(voice, index === 0 ? pack.cold : pack.nudges), { by: "us" });
    turn(voice);
    return {
      by: "us",
      kind: "step",
      body,
      gap: 24 * random.int(3, 6),
      step: index + 1,
      isDesigned: isDesigned && index === 0,
    };
  });
}

function exchange(voice: Voice, intent: Intent): Beat[] {
  const { pack, random } = voice;
  const beats: Beat[] = [
    theirs(voice, say(voice, pack.theirs[intent], { isTheirs: true }), {
      gap: random.int(1, 60),
      hasFiles: intent === "interested" || intent === "info",
    }),
  ];
  if (intent === "dnc" || intent === "none") return beats;
  const answers = intent === "not" ? random.chance(0.3) : random.chance(0.68);
  if (!answers) return beats;
  beats.push(ours(voice, say(voice, pack.ours[intent]), intent));
  if (intent === "not") return beats;
  if (intent === "wrong") return random.chance(0.4) ? [...beats, colleagueSpeaks(voice)] : beats;
  return [...beats, ...goingOn(voice)];
}

/** Turn by turn, each a little less likely than the one before; sometimes the colleague in copy takes over. */
function goingOn(voice: Voice): Beat[] {
  const { pack, random } = voice;
  const beats: Beat[] = [];
  const hasColleague = random.chance(0.17);
  for (let round = 0; round < 7 && random.chance(0.66 - round * 0.04); round++) {
    if (hasColleague && round === 0) {
      beats.push(colleagueSpeaks(voice));
      if (!random.chance(0.6)) return beats;
      beats.push({ ...ours(voice, sayTo(voice, pack.onward.colleague)), withColleague: true });
      continue;
    }
    const next = random.weighted(TURNS);
    if (next === "later" || next === "internal") turn(voice);
    beats.push(theirs(voice, say(voice, pack.next[next], { isTheirs: true }), { gap: random.int(2, 70) }));
    if (next === "thanks") {
      if (round > 0 || random.chance(0.5)) return beats;
      continue;
    }
    if (!random.chance(0.75)) return beats;
    beats.push(ours(voice, say(voice, pack.onward[next]), next));
    if (next !== "agree") turn(voice);
  }
  return beats;
}

/** Who only wants to be left alone sends no files. */
function theirs(voice: Voice, body: string, { gap, hasFiles = true }: { gap: number; hasFiles?: boolean }): Beat {
  const { random, slots } = voice;
  settleOn(voice, body);
  const machines = [slots.machine ?? "", slots.machine2 ?? ""];
  const files =
    hasFiles && random.chance(0.045)
      ? [
          random.weighted([
            [csvFile("kwh.csv", machines, random), 1],
            [pngFile("panel.png", random), 2],
            [pdfFile("bill.pdf", [slots.company ?? "", `${slots.kwh} kWh`]), 2],
          ]),
        ]
      : undefined;
  const mentionsCopy = body.includes(slots.colleague ?? "-");
  return {
    by: "lead",
    kind: "answer",
    body: letter(voice, body, { by: "lead" }),
    gap,
    ...(files ? { files } : {}),
    ...(mentionsCopy && random.chance(0.3) ? { withColleague: true } : {}),
  };
}

function ours(voice: Voice, body: string, about: string = ""): Beat {
  const { random, slots, pack } = voice;
  const isAttached =
    /attach|Anhang|hängt an|joint|Adjunto|adjunt|Segue a ficha|anexo|Allego|allegat|zit erbij|bifoga|załącz|ekte/i.test(
      body,
    );
  const files = isAttached
    ? [
        pdfFile(about === "info" ? "wattlark-data-sheet.pdf" : "wattlark.pdf", [
          "Wattlark",
          slots.company ?? "",
          `${slots.kwh} kWh`,
          pack.code,
        ]),
      ]
    : undefined;
  return {
    by: "us",
    kind: "manual",
    body: letter(voice, body, { by: "us" }),
    gap: random.int(1, 26),
    ...(files ? { files } : {}),
  };
}

function colleagueSpeaks(voice: Voice): Beat {
  const { pack, random, slots, company } = voice;
  const own: Voice = { ...voice, slots: { ...slots, name: company.colleague.name } };
  const body = letter(own, say(own, pack.next.colleague), { by: "colleague" });
  return { by: "colleague", kind: "answer", body, gap: random.int(3, 50), withColleague: true };
}

const sayTo = (voice: Voice, templates: readonly string[]) =>
  say(
    { ...voice, slots: { ...voice.slots, first: voice.company.colleague.first, last: voice.company.colleague.last } },
    templates,
  );

function outOfOffice(voice: Voice): Beat {
  const { pack, random } = voice;
  // The date is put in when the message gets its own.
  const body = fill(random.pick(pack.outOfOffice), { ...voice.slots, until: "{until}" });
  return { by: "lead", kind: "automatic", body, gap: 0.02, subject: pack.outOfOfficeSubject };
}

const bounced = (): Beat => ({ by: "server", kind: "bounce", body: "", gap: 0.01 });

const capital = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
