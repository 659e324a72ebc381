/** Something that the person at the terminal has to change: its message says what. */
export class Refusal extends Error {}
