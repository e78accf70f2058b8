import { join } from "node:path";
import ts from "typescript";

/** As a user's program is compiled, and as strictly. Declarations of the SDK are not checked again. */
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  noUnusedLocals: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  types: ["node"],
};

/** Programs stand, in memory, where the SDK's packages are found. */
const folder = join(__dirname, "examples");

/**
 * Compiles programs together, since the types of the AWS provider take seconds to read, and keeps those types for the
 * next ones.
 */
export class ExampleCompiler {
  private readonly host: ts.CompilerHost;
  private readonly read = new Map<string, ts.SourceFile | undefined>();
  private files: ReadonlyMap<string, string> = new Map();

  constructor() {
    const disk = ts.createCompilerHost(options);
    const getSourceFile: ts.CompilerHost["getSourceFile"] = (file, languageVersion, ...rest) => {
      const text = this.files.get(file);
      if (text !== undefined) return ts.createSourceFile(file, text, languageVersion);
      const known = this.read.get(file) ?? disk.getSourceFile(file, languageVersion, ...rest);
      this.read.set(file, known);
      return known;
    };
    this.host = {
      ...disk,
      getSourceFile,
      fileExists: (file) => this.files.has(file) || disk.fileExists(file),
      readFile: (file) => this.files.get(file) ?? disk.readFile(file),
    };
  }

  /**
   * What is wrong with each program; nothing when it compiles.
   *
   * @param programs text by name
   */
  problems(programs: ReadonlyMap<string, string>): Map<string, readonly string[]> {
    const paths = new Map([...programs.keys()].map((name) => [name, join(folder, `${name}.ts`)]));
    this.files = new Map([...programs].map(([name, text]) => [paths.get(name) ?? "", text]));
    const program = ts.createProgram([...this.files.keys()], options, this.host);
    return new Map(
      [...paths].map(([name, path]) => {
        const source = program.getSourceFile(path);
        const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
        return [name, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
      }),
    );
  }
}
