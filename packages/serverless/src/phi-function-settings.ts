import { checksFor, logRetention, type ArgumentChecks } from "@hipaa-aws/foundation";
import { checkGrants } from "./grants";
import { PhiFunctionArchitecture, type PhiFunctionArgs } from "./phi-function-args";
import { isPatchedRuntime } from "./runtimes";

/** Seconds after which a call of a PhiFunction is ended, where its arguments do not say. */
export const defaultFunctionTimeoutSeconds = 30;

/** What steers a PhiFunction, checked and with defaults. */
export interface PhiFunctionSettings {
  readonly architecture: PhiFunctionArchitecture;
  readonly memoryMib: number;
  readonly timeoutSeconds: number;
  readonly temporaryStorageMib: number;
  readonly reservedConcurrency: number;
  readonly maximumRetries: number;
  readonly maximumEventAgeSeconds: number;
  readonly logRetentionDays: number;
  readonly tracing: boolean;
}

/** Checks the plain arguments of a PhiFunction. Limits: AWS Lambda Developer Guide, "Lambda quotas". */
export function readPhiFunctionSettings(name: string, args: PhiFunctionArgs): PhiFunctionSettings {
  const checks = checksFor("PhiFunction", name);
  // The function's own limit and that of its role.
  checks.fitsAutoname(name, 64, "a function");
  checkCode(checks, args);
  checkEnvironment(checks, args);
  checkGrants(checks, args.grants);
  checkCallers(checks, args);
  if (args.fileSystem !== undefined) {
    const { mountPath } = args.fileSystem;
    checks.matches("fileSystem.mountPath", mountPath, /^\/mnt\/[\w.-]{1,155}$/, "a directory below /mnt");
  }
  const within = (argument: keyof PhiFunctionArgs, value: number, min: number, max: number) =>
    checks.integer(argument, value, min, max);
  return {
    architecture: checks.oneOf(
      "architecture",
      args.architecture ?? PhiFunctionArchitecture.Arm64,
      Object.values(PhiFunctionArchitecture),
    ),
    memoryMib: within("memoryMib", args.memoryMib ?? 512, 128, 10_240),
    timeoutSeconds: within("timeoutSeconds", args.timeoutSeconds ?? defaultFunctionTimeoutSeconds, 1, 900),
    temporaryStorageMib: within("temporaryStorageMib", args.temporaryStorageMib ?? 512, 512, 10_240),
    reservedConcurrency: within("reservedConcurrency", args.reservedConcurrency ?? 10, 1, 10_000),
    maximumRetries: within("maximumRetries", args.maximumRetries ?? 2, 0, 2),
    maximumEventAgeSeconds: within("maximumEventAgeSeconds", args.maximumEventAgeSeconds ?? 21_600, 60, 21_600),
    logRetentionDays: logRetention(checks, args.logRetentionDays),
    tracing: args.tracing ?? false,
  };
}

function checkCode(checks: ArgumentChecks, args: PhiFunctionArgs): void {
  const { code, imageUri } = args;
  checks.exclusive({ code, package: args.package, imageUri });
  if (code === undefined && args.package === undefined && imageUri === undefined) {
    checks.fail("code, package and imageUri", "are all missing", "Give one of them");
  }
  if (imageUri !== undefined) {
    checks.exclusive({ imageUri, runtime: args.runtime });
    checks.exclusive({ imageUri, handler: args.handler });
    // Lambda checks signatures of zip files alone.
    checks.exclusive({ imageUri, signingProfileVersionArns: args.signingProfileVersionArns });
    if (typeof imageUri === "string") {
      checks.matches("imageUri", imageUri, /@sha256:[0-9a-f]{64}$/, "an image by its digest, repository@sha256:…");
    }
    return;
  }
  if (args.runtime === undefined || args.handler === undefined) {
    checks.fail("runtime and handler", "are not both given, and a zip file needs them", "Give both");
  } else if (!isPatchedRuntime(args.runtime)) {
    const problem = `is "${args.runtime}", which gets no security patches`;
    checks.fail("runtime", problem, "Choose a supported one, for example nodejs24.x, python3.14 or java25");
  }
  if (args.signingProfileVersionArns === undefined) return;
  const profiles = checks.atLeast("signingProfileVersionArns", args.signingProfileVersionArns, 1);
  if (profiles.length > 20) {
    checks.fail("signingProfileVersionArns", `has ${String(profiles.length)} elements`, "Give 20 at most");
  }
}

const credentialName = /(password|passwd|secret|token|api_?key|private_?key|access_?key)$/i;

function checkEnvironment(checks: ArgumentChecks, args: PhiFunctionArgs): void {
  const environment = args.environment ?? {};
  const variables = [...Object.keys(environment), ...(args.secrets ?? []).map(({ variable }) => variable)];
  checks.unique("environment and secrets", variables);
  for (const variable of variables) {
    checks.matches("environment", variable, /^[A-Za-z]\w+$/, "a name of letters, digits and underscores");
    if (/^(AWS_|LAMBDA_|_)/.test(variable)) {
      checks.fail("environment", `sets ${variable}, which belongs to Lambda`, "Choose a name of your own");
    }
  }
  for (const variable of Object.keys(environment)) {
    if (!credentialName.test(variable)) continue;
    const problem = `holds ${variable}, by its name a credential, and whoever may read the function sees it`;
    checks.fail("environment", problem, "Put it into AWS Secrets Manager and give its ARN in secrets");
  }
  // What is an output yet cannot be measured.
  const bytes = Object.entries(environment).reduce(
    (sum, [variable, value]) => sum + variable.length + (typeof value === "string" ? Buffer.byteLength(value) : 0),
    0,
  );
  if (bytes > 4096) checks.fail("environment", `has ${String(bytes)} bytes`, "Keep it within the 4,096 of Lambda");
}

function checkCallers(checks: ArgumentChecks, args: PhiFunctionArgs): void {
  for (const argument of ["connections", "invokers", "queues"] as const) {
    const names = (args[argument] ?? []).map((one) => one.name);
    checks.unique(argument, names);
    for (const one of names) checks.matches(`${argument}[].name`, one, /^[a-z0-9-]{1,30}$/, "a-z, 0-9 and dashes");
  }
  for (const { service, sourceArn } of args.invokers ?? []) {
    checks.matches("invokers[].service", service, /^[a-z0-9.-]+\.amazonaws\.com$/, "a service principal");
    if (typeof sourceArn === "string") checks.matches("invokers[].sourceArn", sourceArn, /^arn:[^*]/, "an ARN");
  }
  for (const { batchSize } of args.queues ?? []) {
    if (batchSize !== undefined) checks.integer("queues[].batchSize", batchSize, 1, 10);
  }
}
