/** What an authorizer found out about the caller, the same from every front door. */
export interface Auth {
  /** Claims of the token that a JWT or Cognito authorizer checked; empty without one. */
  readonly claims: Readonly<Record<string, string>>;
  /** Scopes of the token (RFC 6749, 3.3). */
  readonly scopes: readonly string[];
  /** What a Lambda authorizer returned as its context; empty without one. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Who a REST API's Lambda authorizer says the caller is. */
  readonly principalId?: string;
  /** The caller of a request signed with AWS credentials. */
  readonly iam?: IamCaller;
}

/** The caller of a request signed with AWS credentials (Signature Version 4). */
export interface IamCaller {
  readonly accountId?: string;
  /** `arn:aws:sts::123456789012:assumed-role/name/session`. */
  readonly userArn?: string;
  readonly userId?: string;
  readonly accessKey?: string;
  /** The identity of a Cognito identity pool. */
  readonly cognitoIdentity?: { readonly identityId: string; readonly identityPoolId: string };
}
