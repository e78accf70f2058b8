import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const url = (properties: Record<string, unknown>) => resource("aws:lambda/functionUrl:FunctionUrl", properties);
const permission = (properties: Record<string, unknown>) =>
  resource("aws:lambda/permission:Permission", { action: "lambda:InvokeFunction", ...properties });
const layer = (properties: Record<string, unknown>) =>
  resource("aws:lambda/layerVersionPermission:LayerVersionPermission", {
    action: "lambda:GetLayerVersion",
    ...properties,
  });
const policy = (statement: Record<string, unknown>) =>
  resource("aws:lambda/resourcePolicy:ResourcePolicy", {
    policy: json({
      Statement: { Effect: "Allow", Principal: "*", Action: "lambda:InvokeFunction", Resource: "*", ...statement },
    }),
  });
const bucket = resource("aws:s3/bucket:Bucket", {}, { name: "uploads" });

export const permissionCases: ServiceCases = {
  "lambda-url-auth": [
    pass("IAM authentication", url({ authorizationType: "AWS_IAM" })),
    pass(
      "IAM authentication, and scripts of every origin, which another rule reports",
      url({ authorizationType: "AWS_IAM", cors: { allowOrigins: ["*"] } }),
    ),
    fault("no authentication", url({ authorizationType: "NONE" })),
    fault("nothing said", url({})),
    undecided("known on update", url({ authorizationType: unknown })),
  ],
  "lambda-url-cors": [
    pass("listed origins", url({ cors: { allowOrigins: ["https://portal.example.org"] } })),
    pass("no CORS", url({})),
    pass("an origin with a wildcard label", url({ cors: { allowOrigins: ["https://*.example.org"] } })),
    fault("every origin", url({ cors: { allowOrigins: ["https://portal.example.org", "*"] } })),
    fault("every origin beside an unknown", url({ cors: { allowOrigins: [unknown, "*"] } })),
    undecided("an origin known on update", url({ cors: { allowOrigins: [unknown] } })),
    undecided("CORS known on update", url({ cors: unknown })),
  ],
  "lambda-permission-scoped": [
    pass("a service", permission({ principal: "s3.amazonaws.com" })),
    pass("an account", permission({ principal: "111122223333" })),
    pass("everyone of the organization", permission({ principal: "*", principalOrgId: "o-abc" })),
    pass("everyone from one account", permission({ principal: "*", sourceAccount: "111122223333" })),
    pass("a source ARN that names an account", [
      permission({ principal: "*", sourceArn: "arn:aws:sns:us-east-1:111122223333:alerts" }),
    ]),
    pass("open by the function URL only, which another rule judges", [
      permission({ principal: "*", action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "NONE" }),
    ]),
    pass("its twin for the function behind the URL", permission({ principal: "*", invokedViaFunctionUrl: true })),
    pass("a layer for the organization", [
      layer({ principal: "*", organizationId: ref("org", "id") }),
      resource("aws:organizations/organization:Organization", {}, { name: "org" }),
    ]),
    pass("a layer for one account", layer({ principal: "111122223333" })),
    pass("a policy for a service", policy({ Principal: { Service: "s3.amazonaws.com" } })),
    pass("a policy narrowed to an account", [
      policy({ Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } }),
    ]),
    pass("a policy for the function URL only", [
      policy({ Condition: { StringEquals: { "lambda:FunctionUrlAuthType": "NONE" } } }),
    ]),
    pass("a policy for calls by the function URL", [
      policy({ Condition: { Bool: { "lambda:InvokedViaFunctionUrl": "true" } } }),
    ]),
    fault("everyone", permission({ principal: "*" })),
    fault("a source ARN without an account", permission({ principal: "*", sourceArn: "arn:aws:s3:::uploads" })),
    fault("a source ARN with any account", [
      permission({ principal: "*", sourceArn: "arn:aws:sns:us-east-1:*:alerts" }),
    ]),
    fault("everyone who signs requests with any AWS account", [
      permission({ principal: "*", action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "AWS_IAM" }),
    ]),
    fault("a layer for everyone", layer({ principal: "*" })),
    fault("a layer for every organization", layer({ principal: "*", organizationId: "*" })),
    fault("a policy for everyone", policy({})),
    fault("a policy that a condition of another kind narrows only in words", [
      policy({ Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } } }),
    ]),
    undecided("a principal known on update", permission({ principal: unknown })),
    undecided(
      "a wired source ARN, whose account is known on update",
      [permission({ principal: "*", sourceArn: ref("uploads", "arn") }), bucket],
      { afterUpdate: "pass" },
    ),
    undecided("a policy known on update", [resource("aws:lambda/resourcePolicy:ResourcePolicy", { policy: unknown })]),
    pass("nobody named, which AWS does not accept", permission({})),
    pass("no document, which AWS does not accept", resource("aws:lambda/resourcePolicy:ResourcePolicy", {})),
  ],
  "lambda-permission-source": [
    pass("a service with a wired source", [
      permission({ principal: "s3.amazonaws.com", sourceArn: ref("uploads", "arn") }),
      bucket,
    ]),
    pass("a service with a literal source", [
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::uploads" }),
    ]),
    pass("a service with an account", permission({ principal: "config.amazonaws.com", sourceAccount: "111122223333" })),
    pass("an API with any stage and method", [
      permission({
        principal: "apigateway.amazonaws.com",
        sourceArn: "arn:aws:execute-api:us-east-1:111122223333:a1b2c3/*/*/*",
      }),
    ]),
    pass("an account, which is no service", permission({ principal: "111122223333" })),
    pass("everyone, which another rule judges", permission({ principal: "*" })),
    pass("an Alexa skill", permission({ principal: "alexa-appkit.amazon.com", eventSourceToken: "amzn1.ask.skill.x" })),
    fault("a service on behalf of anyone", permission({ principal: "s3.amazonaws.com" })),
    fault("a service of the China partition", permission({ principal: "events.amazonaws.com.cn" })),
    fault("any bucket", permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*" })),
    fault("any account", [permission({ principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:us-east-1:*:alerts" })]),
    fault("any source", permission({ principal: "sns.amazonaws.com", sourceArn: "*" })),
    undecided("a principal known on update", permission({ principal: unknown })),
  ],
};
