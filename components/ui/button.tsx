import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";
import { Spinner } from "./spinner";

export type ButtonProps = Omit<ComponentProps<"button">, "type"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  type?: "button" | "submit";
  /** Shows that its work is under way and takes no second press; focus stays. */
  pending?: boolean;
  /** A 15 px icon before the words. */
  icon?: ReactNode;
};

/** A button whose words say what will happen. One `primary` a view. */
export function Button({
  variant,
  size,
  pending = false,
  icon,
  type = "button",
  className,
  disabled,
  ...rest
}: ButtonProps) {
  const { children, ...props } = rest;
  return (
    <BaseButton
      {...props}
      type={type}
      disabled={disabled || pending}
      focusableWhenDisabled={pending}
      aria-busy={pending || undefined}
      className={cn(buttonClass({ variant, size }), className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </BaseButton>
  );
}
