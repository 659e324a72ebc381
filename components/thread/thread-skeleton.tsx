import { Skeleton } from "@/components/ui/skeleton";

/** The shapes of a thread that is being read. */
export function ThreadSkeleton() {
  return (
    <div aria-hidden className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-bar items-center border-b border-line px-4">
        <Skeleton className="h-3 w-48" />
      </div>
      {[3, 2].map((lines) => (
        <div key={lines} className="flex flex-col gap-2.5 border-b border-line px-4 py-3">
          <span className="flex items-center gap-2">
            <Skeleton className="size-6 rounded-full" />
            <Skeleton className="w-40" />
          </span>
          {Array.from({ length: lines }, (_, index) => (
            <Skeleton key={index} className={index === lines - 1 ? "ml-8 w-1/3" : "ml-8 w-3/4"} />
          ))}
        </div>
      ))}
    </div>
  );
}
