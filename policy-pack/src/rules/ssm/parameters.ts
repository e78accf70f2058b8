import { customerKey } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";
import { holdsCredential, isHarmlessValue, namesCredential } from "../../knowledge/credentials";

export const secureParameters = resourceRule("ssm-secure-parameters", {
  check: (parameter) => {
    const isSecure = parameter.get("type").isOneOf("SecureString");
    const named = namesSecret(parameter.get("name"));
    const values = ["value", "insecureValue"].map((path) => parameter.get(path));
    const literal = Truth.any(values.map((value) => value.whenKnown((raw) => !isHarmlessValue(asText(raw)))));
    const plain = Truth.any(values.map((value) => isCredential(value)));
    parameter.expect(isSecure.or(named.and(literal).not()), "the parameter is named like a credential and not secure");
    parameter.expect(isSecure.or(plain.not()), "the parameter holds a credential and is not secure");
    // The input exists to show a value in plans and in state.
    parameter.expect(
      named.and(parameter.get("insecureValue").isGiven(), isHarmless(parameter.get("insecureValue")).not()).not(),
      "the parameter is named like a credential and its value is kept in the open",
    );
  },
});

/** By the last segment of the name; the seven digits that Pulumi appends to a logical name are left out. */
function namesSecret(name: Value): Truth {
  return name.whenKnown((raw) => {
    const last = asText(raw).split("/").pop();
    return namesCredential((last ?? "").replace(/-[0-9a-f]{7}$/, ""));
  });
}

function isCredential(value: Value): Truth {
  return value.whenKnown((raw) => holdsCredential(asText(raw)));
}

/** An unknown value in the open is at fault already: it is there to be shown. */
function isHarmless(value: Value): Truth {
  return value.isUnknown ? Truth.no : value.whenKnown((raw) => isHarmlessValue(asText(raw)));
}

export const parameterKey = resourceRule("ssm-parameter-cmk", {
  check: (parameter) => {
    parameter.onlyWhen(parameter.get("type").isOneOf("SecureString"), "is not encrypted by KMS");
    customerKey("keyId", "the parameter is encrypted under AWS's own key")(parameter);
  },
});
