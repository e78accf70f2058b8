import { fault, json, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const provider = (properties: Properties) => resource("pulumi:providers:aws", properties);
const instance = (properties: Properties) => resource("aws:rds/instance:Instance", properties);
const subscription = (endpoint: unknown) => resource("aws:sns/topicSubscription:TopicSubscription", { endpoint });
const integration = (properties: Properties) => resource("aws:apigateway/integration:Integration", properties);
const trainingJob = (environment: Properties) => resource("aws:sagemaker/trainingJob:TrainingJob", { environment });
const lifecycle = (script: unknown) =>
  resource("aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration", {
    onStart: typeof script === "string" ? Buffer.from(script).toString("base64") : script,
  });
const keyId = ["AKIA", "Q3EGVLBB4ZNTXWYA"].join("");

export const pulumiCases: ServiceCases = {
  "general-no-credentials-in-urls": [
    pass("a URL without a user", subscription("https://hooks.clinic.example/a")),
    pass("a user without a password", subscription("https://deploy@hooks.clinic.example/a")),
    pass("a password filled in later", subscription("https://deploy:${TOKEN}@hooks.clinic.example/a")),
    pass("a password that a reader is to fill in", subscription("https://deploy:<token>@hooks.clinic.example/a")),
    pass("a password in stars", subscription("https://deploy:****@hooks.clinic.example/a")),
    fault("a password in a URL", subscription("https://deploy:s3cret@hooks.clinic.example/a")),
    fault(
      "a password in a connection text",
      resource("aws:glue/connection:Connection", { connectionProperties: { JDBC: "postgres://u:p@db/x" } }),
    ),
    fault("an access key id", instance({ tags: { key: keyId } })),
    pass("the documentation's sample key", instance({ tags: { key: "AKIAIOSFODNN7EXAMPLE" } })),
    pass(
      "an environment that its own rule scans",
      resource("aws:lambda/function:Function", { environment: { variables: { K: keyId } } }),
    ),
    undecided(
      "a connection text known on update",
      resource("aws:dms/endpoint:Endpoint", { connectionString: unknown }),
    ),
    fault(
      "a variable of a model that is named like a credential",
      resource("aws:sagemaker/model:Model", {
        primaryContainer: { environment: { CHART_DB_PASSWORD: "tide-pool-9" } },
      }),
    ),
    fault("a variable of a training job", trainingJob({ TRACKER_API_KEY: "9b1f6c3ad2e84f7c8d50" })),
    fault(
      "a variable of an application",
      resource("aws:amplify/app:App", { environmentVariables: { API_TOKEN: "9b1f6c3ad2e84f7c8d50" } }),
    ),
    pass("a variable that names a secret", trainingJob({ TRACKER_SECRET: "tracker/api-key" })),
    pass("another variable known on update", trainingJob({ TRACKER_URL: unknown })),
    undecided("a variable named like a credential, known on update", trainingJob({ TRACKER_API_KEY: unknown })),
    undecided("variables known on update", resource("aws:sagemaker/trainingJob:TrainingJob", { environment: unknown })),
    pass("a variable of another name", trainingJob({ EPOCHS: "12", TOKENIZER: "bert-base" })),
    fault("a script with a password", lifecycle("#!/bin/bash\nexport PGPASSWORD='tide-pool-9'\n")),
    pass(
      "a script that asks for the password",
      lifecycle('#!/bin/bash\nexport PGPASSWORD="$(aws secretsmanager get)"\n'),
    ),
    undecided("a script known on update", lifecycle(unknown)),
    undecided("a back end known on update", integration({ type: "HTTP_PROXY", uri: unknown })),
    undecided("a back end of a kind known on update", integration({ type: unknown, uri: unknown })),
    pass("a function known on update", integration({ type: "AWS_PROXY", uri: unknown })),
    pass("an image known on update", resource("aws:lambda/function:Function", { imageUri: unknown })),
    pass("an object known on update", resource("aws:transcribe/vocabulary:Vocabulary", { vocabularyFileUri: unknown })),
    pass("other texts known on update", instance({ kmsKeyId: unknown })),
    pass("no input at all", instance({})),
  ],
  "general-hipaa-account-pinned": [
    notApplicable("no accounts configured", provider({})),
    pass("pinned", provider({ allowedAccountIds: json(["111122223333"]) }), {
      config: { hipaaAccountIds: ["111122223333"] },
    }),
    fault("not pinned", provider({}), { config: { hipaaAccountIds: ["111122223333"] } }),
    fault("another account beside it", provider({ allowedAccountIds: json(["111122223333", "444455556666"]) }), {
      config: { hipaaAccountIds: ["111122223333"] },
    }),
    undecided("known on update", provider({ allowedAccountIds: unknown }), {
      config: { hipaaAccountIds: ["111122223333"] },
    }),
  ],
  "general-transport-https-provider": [
    pass("nothing said", provider({})),
    pass(
      "HTTPS endpoints and an emulator on this host",
      provider({ endpoints: json([{ s3: "https://s3.internal", sqs: "http://localhost:4566" }]) }),
    ),
    fault("certificates not verified", provider({ insecure: "true" })),
    fault("a plain endpoint", provider({ endpoints: json([{ s3: "http://s3.internal" }]) })),
    fault(
      "a host that only begins like this one",
      provider({ endpoints: json([{ s3: "http://localhost.evil.example" }]) }),
    ),
    undecided("endpoints known on update", provider({ endpoints: unknown })),
  ],
  "general-fips-endpoints-option": [
    notApplicable("not asked for", provider({})),
    pass("used", provider({ useFipsEndpoint: "true" }), { config: { requireFips: true } }),
    fault("asked for and not used", provider({}), { config: { requireFips: true } }),
    undecided("known on update", provider({ useFipsEndpoint: unknown }), { config: { requireFips: true } }),
  ],
  "general-no-static-provider-credentials": [
    pass("a profile", provider({ profile: "deploy" })),
    fault("an access key", provider({ accessKey: "x" })),
    fault("a secret key known on update", provider({ secretKey: unknown })),
    pass("a role to assume", provider({ assumeRoles: json([{ roleArn: "arn:aws:iam::111122223333:role/deploy" }]) })),
    fault("an access key beside a profile", provider({ profile: "deploy", accessKey: "x" })),
  ],
  "general-stateful-resources-protected": [
    notApplicable("not a production stack", instance({})),
    pass("deletion protection of the service", instance({ deletionProtection: true }), {
      config: { production: true },
    }),
    pass("Pulumi's protect", resource("aws:kms/key:Key", {}, { options: { protect: true } }), {
      config: { production: true },
    }),
    fault("neither", instance({}), { config: { production: true } }),
    fault("a key, which has no protection of its own", resource("aws:kms/key:Key", { deletionProtection: true }), {
      config: { production: true },
    }),
    undecided("known on update", instance({ deletionProtection: unknown }), { config: { production: true } }),
  ],
  "pulumi-no-ignored-safeguards": [
    pass("a count", resource("aws:ecs/service:Service", {}, { options: { ignoreChanges: ["desiredCount"] } })),
    fault(
      "encryption",
      resource("aws:rds/instance:Instance", {}, { options: { ignoreChanges: ["storageEncrypted"] } }),
    ),
    fault("everything", resource("aws:s3/bucket:Bucket", {}, { options: { ignoreChanges: ["*"] } })),
    fault(
      "a part of a policy",
      resource("aws:s3/bucketPolicy:BucketPolicy", {}, { options: { ignoreChanges: ["tags", "policy"] } }),
    ),
    pass("nothing", resource("aws:s3/bucket:Bucket", {})),
  ],
};
