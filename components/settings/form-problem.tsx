import { CircleX } from "lucide-react";

/** What is wrong with a form as a whole; announced at once. */
export function FormProblem({ children }: { children: string | undefined }) {
  if (!children) return null;
  return (
    <p role="alert" className="flex items-start gap-2 rounded-2 bg-bad-soft px-3 py-2 text-13 text-bad">
      <CircleX aria-hidden className="mt-0.5 size-[15px] shrink-0 stroke-[1.75]" />
      <span>{children}</span>
    </p>
  );
}
