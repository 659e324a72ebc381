/** The one turning thing: beside the words of what is under way. */
export const Spinner = () => (
  <svg
    aria-hidden
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    className="size-[15px] motion-safe:animate-spin"
  >
    <circle cx="8" cy="8" r="6" strokeWidth="2" className="opacity-25" />
    <path d="M14 8a6 6 0 0 0-6-6" strokeWidth="2" strokeLinecap="round" />
  </svg>
);
