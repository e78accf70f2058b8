import { findPulumi, type PulumiCli } from "./pulumi-cli";
import { Unavailable } from "./unavailable";

/**
 * The CLI for tests that need one. Where none can be had they are skipped, and the reason is written to stderr; with
 * `HIPAA_REQUIRE_ENGINE=1` they fail instead, so that a build server cannot pass by skipping.
 *
 * Allow it fifteen minutes: it may have to build the CLI first.
 *
 * @param context mocha's `this`.
 */
export async function pulumiOrSkip(context: { skip(): never }): Promise<PulumiCli> {
  const cli = await findPulumi({ onProgress: (text) => process.stderr.write(`${text}\n`) });
  if (!(cli instanceof Unavailable)) return cli;
  if (process.env.HIPAA_REQUIRE_ENGINE === "1") throw new Error(cli.reason);
  process.stderr.write(`skipped: ${cli.reason}\n`);
  return context.skip();
}
