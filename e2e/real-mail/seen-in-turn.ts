/** What the journeys over real mail leave for those after them: the address of the lead's thread, the Message-ID of the first reply. */
export type SeenInTurn = { thread: string; reply: string };
