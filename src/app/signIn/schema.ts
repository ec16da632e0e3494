const texts = (description: string, pattern?: string) => ({
  type: 'array',
  minItems: 1,
  items: { type: 'string', minLength: 1, ...(pattern !== undefined && { pattern, description }) },
  description,
})
const text = (description: string) => ({ type: 'string', minLength: 1, description })

const scopes = (description: string) => ({
  ...texts(description),
  contains: { const: 'openid' },
})

/** What `signIn` may say (JSON Schema 2020-12): the shape of `SignIn`. */
export const signInSchema: Readonly<Record<string, unknown>> = {
  type: 'object',
  required: ['issuer', 'clientId'],
  additionalProperties: false,
  description: 'People sign in at an OpenID provider (authorization code with PKCE). No secret stands here.',
  properties: {
    issuer: {
      type: 'string',
      pattern: '^(https://[^/?#\\s]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?)(/[^?#\\s]*)?$',
      description:
        'The issuer of the provider, letter for letter as it names itself in /.well-known/openid-configuration: an https address (http only for localhost) without ? and #.',
    },
    clientId: text('The id of the public client that the provider knows Watchbill by.'),
    scopes: scopes('What is asked for, “openid” among it. Absent: openid, profile, email.'),
    parameters: {
      type: 'object',
      additionalProperties: { type: 'string' },
      propertyNames: {
        not: {
          enum: 'client_id code_challenge code_challenge_method nonce redirect_uri response_type scope state'.split(
            ' ',
          ),
        },
      },
      description: 'More parameters of the request to sign in, where the provider wants some, such as “audience”.',
    },
    actorClaim: text(
      'The claim that says who acts: goes into commands. Absent: the first of preferred_username, email, name, sub.',
    ),
    rolesClaim: text('The claim that lists roles, such as “groups” or “realm_access.roles”. Absent: roles.'),
    roles: texts(
      'Who has none of these roles sees no controls that write; the backend must refuse them all the same. Absent: everybody signed in sees them.',
    ),
    sources: texts(
      'The ids of the sources that get the token, each only on its own origins. Absent: every source on the origin of Watchbill. A token never goes to another origin unless its source is named here.',
    ),
    display: {
      type: 'object',
      additionalProperties: false,
      description: 'Walls may have a session of their own, which only reads and outlasts the browser.',
      properties: {
        scopes: scopes('What it asks for, “openid” among it. Absent: openid, offline_access.'),
      },
    },
  },
}
