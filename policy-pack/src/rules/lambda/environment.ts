import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { Value } from "../../authoring/value";
import { isCustomerKey } from "../../knowledge/customer-key";
import { holdsCredential, holdsUrlPassword, isLiteralCredential } from "../../knowledge/credentials";
import { noText } from "../../knowledge/texts";

const noSecrets = resourceRule("lambda-no-secrets-in-env", {
  check: (resource) => {
    const variables = resource.get("environment.variables");
    const judged = variables
      .entries()
      .map(([name, value]) => ({ name, value, harmless: isLiteralCredential(name, value).not() }));
    const named = variables.isUnknown ? variables.asUnknown() : Truth.all(judged.map(({ harmless }) => harmless));
    resource.expect(named, "an environment variable that is named like a credential has a literal value");
    // What its name gave away already is not told a second time for its value.
    const others = variables.isUnknown
      ? variables
      : new Value(
          Object.fromEntries(
            judged.filter(({ harmless }) => !harmless.isNo).map(({ name, value }) => [name, value.raw]),
          ),
          variables.path,
        );
    resource.expect(
      noText(others, holdsCredential),
      "an environment variable holds an access key, a private key or a vendor's token",
    );
    resource.expect(noText(others, holdsUrlPassword), "an environment variable holds a URL with a password in it");
  },
});

const customerKey = resourceRule("lambda-env-cmk", {
  check: (resource) => {
    const variables = resource.get("environment.variables");
    const isEmpty = variables.isUnknown ? variables.isGiven().not() : Truth.of(variables.entries().length === 0);
    resource.expect(
      isEmpty.or(isCustomerKey(resource.get("kmsKeyArn"))),
      "the environment variables are encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

export const environmentRules: readonly Rule[] = [noSecrets, customerKey];
