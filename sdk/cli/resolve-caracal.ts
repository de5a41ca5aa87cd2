import { registerHooks } from "node:module";

let isResolved = false;

/**
 * Makes `caracal` mean this very installation in every rule file, wherever the file lies: a folder of rules needs
 * no node_modules to be run.
 */
export function resolveCaracal(): void {
  if (isResolved) return;
  isResolved = true;
  registerHooks({
    resolve(specifier, context, next) {
      const isOwn = specifier === "caracal" || specifier.startsWith("caracal/");
      return next(specifier, isOwn ? { ...context, parentURL: import.meta.url } : context);
    },
  });
}
