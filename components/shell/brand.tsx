import { cn } from "@/components/ui/cn";

/** The mark: a bar, and a thread that comes back to itself. */
export const BrandMark = ({ className }: { className?: string }) => (
  <svg
    aria-hidden
    viewBox="0 0 32 32"
    fill="none"
    strokeLinecap="round"
    strokeLinejoin="round"
    className={cn("base:size-5", className)}
  >
    <path d="M5 6h22" className="stroke-text" strokeWidth="4" />
    <path d="M13 6.5V20.5a6 6 0 0 0 12 0V17a3.5 3.5 0 0 0-7 0v1" className="stroke-accent" strokeWidth="4" />
  </svg>
);
