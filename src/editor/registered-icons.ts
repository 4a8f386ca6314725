import type ts from 'typescript';

/** The icons that an `iconloom.d.ts` of the project declares. */
export interface RegisteredIcons {
  /** The declaration of a name or an alias. */
  readonly declarationOf: (name: string) => ts.Symbol | undefined;
  /** Name of the icon of a constant; `undefined` for all other symbols. */
  readonly nameOfConstant: (constant: ts.Symbol) => string | undefined;
}

/** Reads the declared icons; `undefined` if the project has no such file. */
export function registeredIcons(
  typescript: typeof ts,
  checker: ts.TypeChecker,
  file: ts.SourceFile,
): RegisteredIcons | undefined {
  const namespace = checker
    .getSymbolsInScope(file, typescript.SymbolFlags.Namespace)
    .find(({ name }) => name === 'Iconloom');
  const typeOf = (name: string) => {
    const symbol = namespace?.exports?.get(typescript.escapeLeadingUnderscores(name));
    return symbol && checker.getDeclaredTypeOfSymbol(symbol);
  };
  const icons = typeOf('Icons');
  if (!icons) return undefined;
  const aliases = typeOf('Aliases');
  const constants = typeOf('Constants');
  return {
    declarationOf: (name) => icons.getProperty(name) ?? aliases?.getProperty(name),
    nameOfConstant(constant) {
      const declared = constants?.getProperty(constant.name);
      const isIconConstant = declared?.declarations?.[0] === constant.declarations?.[0];
      const type = isIconConstant && declared ? checker.getTypeOfSymbol(declared) : undefined;
      return type?.isStringLiteral() ? type.value : undefined;
    },
  };
}
