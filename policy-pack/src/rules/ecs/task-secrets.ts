import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { holdsCredential, holdsUrlPassword, isLiteralCredential } from "../../knowledge/credentials";
import { noText } from "../../knowledge/texts";
import { everyContainer, field, taskTypes } from "./containers";

export const secretsNotPlain = resourceRule("ecs-secrets-not-plain-env", {
  // Daemons have environments as well.
  types: taskTypes,
  check: (resource) => {
    resource.expect(
      everyContainer(resource, hasNoLiteralVariable),
      "an environment variable of a container that is named like a credential has a literal value",
    );
    // Log drivers of vendors take a token; it belongs under secretOptions.
    resource.expect(
      everyContainer(resource, hasNoLiteralLogOption),
      "a log option of a container that is named like a credential has a literal value",
    );
    resource.expect(
      everyContainer(resource, (container) => noText(container, holdsCredential)),
      "a container definition holds an access key, a private key or a vendor's token",
    );
    resource.expect(
      everyContainer(resource, (container) => noText(container, holdsUrlPassword)),
      "a container definition holds a URL with a password in it",
    );
  },
});

/** `environment` in the JSON of a task definition, `environments` among the inputs of a daemon task definition. */
function hasNoLiteralVariable(container: Value): Truth {
  return Truth.all(
    ["environment", "environments"].map((list) =>
      field(container, list).every((one) => isLiteralCredential(field(one, "name"), field(one, "value")).not()),
    ),
  );
}

function hasNoLiteralLogOption(container: Value): Truth {
  const options = field(container, "logConfiguration", "options");
  if (options.isUnknown) return options.asUnknown();
  return Truth.all(options.entries().map(([name, value]) => isLiteralCredential(name, value).not()));
}
