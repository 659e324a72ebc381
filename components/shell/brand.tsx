import { cn } from "@/components/ui/cn";

/** The mark: a bar, and a thread that comes back to itself. */
export const BrandMark = ({ className }: { className?: string }) => (
  <svg
    aria-hidden
    viewBox="0 0 32 32"
    fill="none"
    strokeLinecap="round"
    strokeLinejoin="round"
    className={cn("size-5", className)}
  >
    <path d="M5 6.5h22" className="stroke-text" strokeWidth="4.5" />
    <path d="M13 7v13.5a6 6 0 1 0 6-6c-5 0-7.5 2.5-13 2" className="stroke-accent" strokeWidth="4" />
  </svg>
);
