import { CAMPAIGNS, MEMBERS } from "../people/cast";
import { makeCompany } from "../people/make-people";
import { seeded, type Random } from "../random";
import type { Story } from "../story/story";
import { tellPilot } from "../story/tell-pilot";
import { tellStory, type Plot } from "../story/tell-story";
import { makeVoice, type Voice } from "../story/voice";
import { writeThread, type Letter } from "../story/write-thread";
import type { Language } from "../texts/pack";
import { likeableLead } from "./likeable-lead";
import { ownMailbox } from "./own-mailbox";
import type { PlannedThread } from "./planned-thread";

const SEED = "wattlark-1";
const LEAD_THREADS = 1_930;
const DAY = 86_400_000;
const HOUR = DAY / 24;

/** All threads with leads, told and written down; the same for the same hour, and the same words at any time. */
export function planLeadThreads(now: Date, count = LEAD_THREADS): PlannedThread[] {
  const taken = new Set<string>();
  const threads = Array.from({ length: count }, (_, index) => planThread(index, now, taken));
  return [...threads, likeableLead(now, taken)];
}

/** Threads of the pilots come first: the longest one has two hundred messages. */
const PILOT_LENGTHS = [200, 61, 44, 38, 33, 31];

function planThread(index: number, now: Date, taken: Set<string>): PlannedThread {
  const random = seeded(`${SEED}/${index}`);
  const pilot = PILOT_LENGTHS[index];
  const campaign = pilot ? CAMPAIGNS[0]! : random.weighted(CAMPAIGNS.map((each) => [each, each.share] as const));
  const language: Language = pilot ? "en" : random.weighted(campaign.languages);
  const company = makeCompany(language, random, taken);
  const mailbox = random.pick(campaign.mailboxes);
  const own = ownMailbox(mailbox);
  const voice = makeVoice(random, company, { key: own.ownerKey, name: own.name });
  const plot = pilot ? "interested" : pickPlot(random);
  const isDesigned = campaign.number === 12390 && random.chance(0.6);
  const story = pilot ? tellPilot(voice, pilot) : tellStory(voice, plot, { isDesigned });
  const lastAt = new Date(now.getTime() - ageOf(random, pilot) * DAY);
  const letters = writeThread({ voice, story, mailbox: own, lastAt });
  return {
    key: `lead/${index}`,
    kind: "lead",
    mailbox,
    campaign,
    company,
    letters,
    plot,
    ...marksOf(voice, story, plot, letters, now),
  };
}

const pickPlot = (random: Random): Plot =>
  random.weighted([
    ["interested", 20],
    ["meeting", 14],
    ["info", 17],
    ["not", 13],
    ["dnc", 4],
    ["wrong", 7],
    ["none", 5],
    ["ooo", 6],
    ["bounce", 3],
    ["silent", 11],
  ] as const);

/** In days; dense in the last ones. The pilots are still going on. */
function ageOf(random: Random, pilot: number | undefined): number {
  const share = random.next();
  if (pilot) return share * 1.5 + 0.02;
  return 0.01 + 60 * share ** 2.6;
}

/** These have their category from the moment they arrive. */
const TOLD_BY_RULES: ReadonlySet<Plot> = new Set(["bounce", "dnc", "ooo"]);

/** What people have done with the thread since: category, owner, star, archive, read or not. */
function marksOf({ random }: Voice, story: Story, plot: Plot, letters: Letter[], now: Date) {
  const last = letters.at(-1)!;
  const age = now.getTime() - last.sentAt.getTime();
  const isFresh = age < 20 * HOUR;
  const isTheirs = last.direction === "in";
  const owner = random.weighted([
    ["own", 62],
    ["other", 14],
    [null, 24],
  ] as const);
  const sdrs = MEMBERS.filter((member) => member.role === "sdr").map((member) => member.key);
  const author = letters.findLast((letter) => letter.authorKey)?.authorKey ?? random.pick(sdrs);
  const isOver = plot === "not" || plot === "dnc" || plot === "bounce" || plot === "wrong";
  const archiving = age < 2 * DAY ? 0 : isOver ? 0.7 : age > 14 * DAY && !isTheirs ? 0.6 : 0.12;
  const isArchived = random.chance(archiving);
  const isUnread = isTheirs && !isArchived && random.chance(isFresh ? 0.75 : age < 4 * DAY ? 0.3 : 0.03);
  const hidesCategory =
    (isFresh && random.chance(0.55)) || (plot === "none" && random.chance(0.4)) || random.chance(0.05);
  return {
    category: hidesCategory && !TOLD_BY_RULES.has(plot) ? null : story.category,
    assignee: owner === "own" ? author : owner === "other" ? random.pick(sdrs) : null,
    isImportant: random.chance(plot === "interested" || plot === "meeting" ? 0.12 : 0.02),
    isArchived,
    unread: isUnread ? 1 : 0,
  };
}
