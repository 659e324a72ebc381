import { CAMPAIGNS } from "../people/cast";
import type { Company } from "../people/make-people";
import { seeded } from "../random";
import type { Story } from "../story/story";
import { makeVoice } from "../story/voice";
import { writeThread } from "../story/write-thread";
import { ownMailbox } from "./own-mailbox";
import type { PlannedThread } from "./planned-thread";

/** The stats id that the documentation's example call names. */
export const LIKEABLE_STATS_ID = "abc-123";
const MAILBOX = 2;

const COMPANY: Company = {
  language: "en",
  name: "Saltmarsh Creamery",
  domain: "saltmarsh-creamery.test",
  city: "Cork",
  timeZone: "Europe/Dublin",
  lead: {
    first: "Maeve",
    last: "Tolland",
    name: "Maeve Tolland",
    email: "maeve@saltmarsh-creamery.test",
    title: "Plant manager",
  },
  colleague: {
    first: "Colm",
    last: "Quigley",
    name: "Colm Quigley",
    email: "colm@saltmarsh-creamery.test",
    title: "Head of maintenance",
  },
};

const COLD = `Hi Maeve,

your butter is the reason I looked Saltmarsh up, the third cold store on your site is the reason I write.

Most creameries we visit can say what the site uses, hardly one can say what the glycol pumps use at night. Our meters clip round a cable and tell you per machine, without a shutdown. The last plant of your size found a chiller that had worked through every Sunday since 2019.

Would it be useful to see what that looked like on paper?

Best,
Callum`;

const ANSWER = `Hi Callum,

you got me with the Sundays. I went in last weekend with a torch and a thermos, stood in front of the main meter and counted: 41 kW, with nobody in the building but me and the cat.

Two things before I get carried away. Do the clips survive a hall that is hosed down every evening? And could Colm (head of maintenance, the man with all the keys) see the figures as well, without me forwarding them?

If both are a yes, I would like to try it on the glycol pumps first.

Best,
Maeve`;

/** The thread of the example call: an answer that waits, from somebody whom one would like to answer. */
export function likeableLead(now: Date, taken: Set<string>): PlannedThread {
  taken.add(COMPANY.domain);
  const own = ownMailbox(MAILBOX);
  const voice = makeVoice(seeded("wattlark/likeable"), COMPANY, { key: own.ownerKey, name: own.name });
  const story: Story = {
    subject: "The cold store and your Sundays",
    category: "interested",
    beats: [
      { by: "us", kind: "step", body: COLD, gap: 0, step: 1 },
      { by: "lead", kind: "answer", body: ANSWER, gap: 50 },
    ],
  };
  const lastAt = new Date(now.getTime() - 25 * 60_000);
  const letters = writeThread({ voice, story, mailbox: own, lastAt, statsId: LIKEABLE_STATS_ID });
  return {
    key: "lead/likeable",
    kind: "lead",
    mailbox: MAILBOX,
    campaign: CAMPAIGNS[0]!,
    company: COMPANY,
    letters,
    plot: "interested",
    category: "interested",
    assignee: "ines",
    isImportant: true,
    isArchived: false,
    unread: 1,
  };
}
