import { ANA, SAM } from "./office";

/** No Message-ID, no date, a boundary that never comes, an unknown charset and bytes of none, a header word that is cut off. */
export const BROKEN = Buffer.from(
  [
    `From: ${ANA.name} <${ANA.address}>`,
    `To: ${SAM.address}`,
    "Subject: Kaputt =?utf-8?Q?caf=C3",
    "Date: the day before yesterday",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="never"',
    "",
    "--another",
    'Content-Type: text/plain; charset="x-unheard-of"',
    "Content-Transfer-Encoding: 8bit",
    "",
    "These words can be read, \xe9\xff\x81 these cannot.",
    "--another",
    "Content-Type: application/octet-stream; name*=utf-8''%E2%28.bin",
    "Content-Transfer-Encoding: base64",
    "",
    "!!!!",
  ].join("\r\n"),
  "latin1",
);

export const NEWSLETTER = {
  subject: "Weekly: ten things",
  headers: [
    "List-Id: Weekly <weekly.stranger.test>",
    "List-Unsubscribe: <https://stranger.test/out>",
    "Precedence: bulk",
  ],
  body: "Thing one.",
};
