/** What the team answers again and again, with what is known of each lead. One asks for what no lead has, to be filled in by hand. */
export const TEAM_TEMPLATES = [
  {
    name: "Table of consumption",
    shortcut: "table",
    body: [
      'Hi {{lead.firstName | "there"}},',
      "attached is a table of another customer as an example: one line for each machine, by quarter of an hour. For {{lead.company}} it would look the same, in the currency of your contract.",
      "Which machines would you put on it first?",
    ],
  },
  {
    name: "Propose a call",
    shortcut: "call",
    body: [
      'Hi {{lead.firstName | "there"}},',
      "twenty minutes on the phone would tell us both whether it is worth your time. Would {{lead.custom.day_and_time}} suit you?",
      "{{sender.firstName}}",
    ],
  },
  {
    name: "Not now",
    shortcut: "later",
    body: [
      'Thank you, {{lead.firstName | "and no problem"}}.',
      "I will not write again before the next quarter. Should something change at {{lead.company}} until then, this address reaches me.",
    ],
  },
] as const;
