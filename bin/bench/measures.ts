import type { Summary } from "./statistics";

/** What came of one measure at one size: a series, one figure, or why there is none. */
export type Outcome = Summary | { value: number } | { missing: string };
export type Outcomes = Record<string, Outcome>;

export type Measure = {
  id: string;
  label: string;
  unit: "ms" | "kB" | "MB";
  /** Not to be exceeded: by the median in the browser, by the 95th percentile on the server. */
  aim?: number;
  by?: "p50" | "p95";
};

/** Server-side, the 95th percentile of everything stays under this. */
const SERVER_AIM = 20;

const browser = (id: string, label: string, aim?: number): Measure => ({
  id,
  label,
  unit: "ms",
  ...(aim ? { aim, by: "p50" } : {}),
});
const frames = (id: string, label: string): Measure => ({ id, label, unit: "ms", aim: 50, by: "p95" });
const server = (id: string, label: string): Measure => ({ id, label, unit: "ms", aim: SERVER_AIM, by: "p95" });
const bytes = (id: string, label: string, aim?: number): Measure => ({
  id,
  label,
  unit: "kB",
  ...(aim ? { aim } : {}),
});
const memory = (id: string, label: string): Measure => ({ id, label, unit: "MB" });

/** The table's rows in order. Aims are a fifth of Roundcube's times and half its bytes, on two cores. */
export const MEASURES: { title: string; rows: Measure[] }[] = [
  {
    title: "In Chromium, from the press to the painted result",
    rows: [
      browser("list", "list: address to first rows", 162),
      browser("listAwake", "list: until it takes presses"),
      browser("switch", "view switch, first time", 129),
      browser("switchBack", "view switch, back again", 129),
      browser("open", "open thread, never seen", 59),
      browser("openHovered", "open thread, hovered for 250 ms", 59),
      browser("openAtOnce", "open thread, list scrolled just now"),
      browser("openLong", "open 200 messages, never seen", 100),
      browser("openLongHovered", "open 200 messages, hovered for 250 ms", 100),
      browser("openLongAtOnce", "open 200 messages, list scrolled just now"),
      browser("searchCommon", "search, common word", 163),
      browser("searchRare", "search, rare word", 163),
      browser("searchPhrase", "search, phrase", 163),
      browser("composer", "open composer", 74),
      browser("send", "press to durable acceptance", 44),
      browser("sendAction", "  of it the action, there and back"),
      browser("sendShown", "press to durable acceptance, shown"),
      browser("delivery", "delivery: mail server to screen"),
    ],
  },
  {
    title: "In Chromium, carrying over a month of 2,000 items",
    rows: [
      frames("carry.week", "between frames, week"),
      frames("carry.month", "between frames, month"),
      { id: "carry.task", label: "longest task", unit: "ms", aim: 200 },
    ],
  },
  {
    title: "On the server, over HTTP",
    rows: [
      server("http.list", "GET threads, inbox"),
      server("http.all", "GET threads, all"),
      server("http.counts", "GET counts"),
      server("http.thread", "GET one thread"),
      server("http.searchCommon", "GET threads, common word"),
      server("http.searchRare", "GET threads, rare word"),
      server("http.searchPhrase", "GET threads, phrase"),
    ],
  },
  {
    title: "On the server, the verb alone",
    rows: [
      server("verb.list", "list the inbox"),
      server("verb.waiting", "list the inbox, longest waiting first"),
      server("verb.all", "list all"),
      server("verb.next", "list the next page"),
      server("verb.counts", "counts"),
      server("verb.thread", "open a thread"),
      server("verb.searchCommon", "search, common word"),
      server("verb.searchRare", "search, rare word"),
      server("verb.searchPhrase", "search, phrase"),
      server("verb.send", "accept a reply"),
      { id: "pickUp", label: "accepted to the mail server's 250", unit: "ms" },
    ],
  },
  {
    title: "First load of the inbox, bytes as served",
    rows: [
      bytes("load.all", "all, until it takes presses", 295),
      bytes("load.html", "  HTML"),
      bytes("load.js", "  JS"),
      bytes("load.css", "  CSS"),
      bytes("load.fonts", "  fonts"),
      bytes("load.other", "  data, pictures and the rest"),
      bytes("load.ahead", "then fetched ahead"),
    ],
  },
  {
    title: "Memory after all of it",
    rows: [
      memory("memory.web", "web server"),
      memory("memory.worker", "worker"),
      memory("memory.database", "database processes"),
      memory("memory.disk", "database on disk"),
    ],
  },
];
