// Written by `npm run schemas` from public/*.schema.json. Change those.
/** public/workspace.schema.json */
export const workspaceSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://watchbill.example/workspace.schema.json",
  "title": "Watchbill workspace",
  "description": "The manifest of a workspace, watchbill.yaml or watchbill.json: which files there are and how each is read. A folder without one opens too, as far as its files are of a known shape.",
  "type": "object",
  "required": [
    "files"
  ],
  "additionalProperties": false,
  "properties": {
    "$schema": {
      "type": "string",
      "description": "Where this schema stands: lets an editor help."
    },
    "watchbill": {
      "const": 1,
      "description": "Version of this format."
    },
    "name": {
      "type": "string",
      "description": "What people call the workspace.",
      "minLength": 1
    },
    "zone": {
      "type": "string",
      "description": "IANA time zone of times that name none, e.g. Europe/Berlin. Without it they are read as UTC, and the screens say so.",
      "minLength": 1
    },
    "asOf": {
      "type": "string",
      "description": "When this copy of the data was taken: ISO 8601 with its offset. Default: when the newest file was last changed.",
      "minLength": 1
    },
    "placeholders": {
      "description": "Words that stand where an owner or a runbook should, besides the known ones (TODO, TBD, unowned, n/a, templates such as {{ … }}).",
      "type": "array",
      "items": {
        "type": "string",
        "minLength": 1
      }
    },
    "limits": {
      "type": "object",
      "additionalProperties": false,
      "description": "How much is read before reading stops and says so.",
      "properties": {
        "bytes": {
          "type": "integer",
          "minimum": 1,
          "description": "Unpacked bytes of all files together. Default 256,000,000."
        },
        "rows": {
          "type": "integer",
          "minimum": 1,
          "description": "Rows of one table. Default 1,000,000."
        },
        "depth": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "description": "Levels of nesting in YAML and JSON. Default 64."
        },
        "seconds": {
          "type": "number",
          "exclusiveMinimum": 0,
          "description": "Seconds after which reading is stopped. Default 120."
        }
      }
    },
    "files": {
      "type": "array",
      "items": {
        "$ref": "#/$defs/file"
      },
      "description": "The files, in order: where two tell the same record, the first counts."
    }
  },
  "$defs": {
    "file": {
      "type": "object",
      "required": [
        "path",
        "kind"
      ],
      "additionalProperties": false,
      "properties": {
        "path": {
          "type": "string",
          "description": "Path from the manifest, with /.",
          "minLength": 1
        },
        "kind": {
          "enum": [
            "ownership",
            "table",
            "servicenow-log",
            "statuspage-history",
            "kubernetes-sigs",
            "alert-rules"
          ],
          "description": "ownership: our own YAML (ownership.schema.json). table: rows mapped by columns. The others are recipes for known shapes."
        },
        "zone": {
          "type": "string",
          "description": "IANA time zone of times that name none, e.g. Europe/Berlin. Without it they are read as UTC, and the screens say so.",
          "minLength": 1
        },
        "facet": {
          "enum": [
            "workloads",
            "activities",
            "assignments",
            "parties",
            "events",
            "incidents",
            "timeline",
            "problems",
            "improvements",
            "requests"
          ],
          "description": "table: what a row tells."
        },
        "columns": {
          "type": "object",
          "description": "table: field of the record → column of the file. Fields of fields are written with a dot: clocks.detected. Without it the columns are named like the fields.",
          "additionalProperties": {
            "$ref": "#/$defs/column"
          }
        },
        "format": {
          "enum": [
            "csv",
            "json",
            "jsonl"
          ],
          "description": "table: default by the name's ending. Each may be packed with gzip."
        },
        "delimiter": {
          "type": "string",
          "description": "csv: the character between cells. Default: a comma, or a tab in .tsv files.",
          "minLength": 1,
          "maxLength": 1
        },
        "dates": {
          "description": "How moments are written: iso, unix, unix-ms, or a pattern of YYYY MMM MM M DD D HH H hh h A mm ss SSS Z, e.g. D/M/YYYY H:mm. Several are tried in order. Nothing is guessed: the pattern says whether day or month comes first. Default: iso.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "minItems": 1
        },
        "missing": {
          "description": "table: texts that stand for nothing, e.g. ? or n/a. An empty cell always does.",
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "decimal": {
          "enum": [
            ".",
            ","
          ],
          "description": "table: the character before the fraction of a number. Default: a point."
        },
        "at": {
          "type": "string",
          "description": "json: where the list of rows stands, e.g. result.items. Default: at the top.",
          "minLength": 1
        }
      },
      "anyOf": [
        {
          "properties": {
            "kind": {
              "not": {
                "const": "table"
              }
            }
          }
        },
        {
          "required": [
            "facet"
          ]
        }
      ]
    },
    "column": {
      "description": "The name of a column, or how it is read.",
      "anyOf": [
        {
          "type": "string",
          "minLength": 1
        },
        {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "column": {
              "type": "string",
              "description": "Its name in the file.",
              "minLength": 1
            },
            "value": {
              "type": [
                "string",
                "number",
                "boolean"
              ],
              "description": "The same for every row, without a column."
            },
            "dates": {
              "description": "How moments are written: iso, unix, unix-ms, or a pattern of YYYY MMM MM M DD D HH H hh h A mm ss SSS Z, e.g. D/M/YYYY H:mm. Several are tried in order. Nothing is guessed: the pattern says whether day or month comes first. Default: iso.",
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1
              },
              "minItems": 1
            },
            "zone": {
              "type": "string",
              "description": "IANA time zone of times that name none, e.g. Europe/Berlin. Without it they are read as UTC, and the screens say so.",
              "minLength": 1
            },
            "values": {
              "type": "object",
              "description": "What stands in the column → what it means. Others stay as they are.",
              "additionalProperties": {
                "type": [
                  "string",
                  "number",
                  "boolean"
                ]
              }
            },
            "prefix": {
              "type": "string",
              "description": "Put before the text, e.g. team:"
            },
            "separator": {
              "type": "string",
              "description": "Splits a cell into a list. Default: ;",
              "minLength": 1
            }
          }
        }
      ]
    }
  }
}

/** public/ownership.schema.json */
export const ownershipSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://watchbill.example/ownership.schema.json",
  "title": "Watchbill: ownership as code",
  "description": "Who does what, who answers for it, and where the runbook is: one or several YAML files of a workspace, kept under version control.",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "$schema": {
      "type": "string"
    },
    "teams": {
      "description": "Teams.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/team"
      }
    },
    "people": {
      "description": "People.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/person"
      }
    },
    "runbooks": {
      "type": "object",
      "description": "Runbooks that several activities share, by a key that they name.",
      "additionalProperties": {
        "$ref": "#/$defs/document"
      }
    },
    "workloads": {
      "description": "What is operated, each with what must be performed on it.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/workload"
      }
    }
  },
  "$defs": {
    "team": {
      "type": "object",
      "required": [
        "id"
      ],
      "additionalProperties": false,
      "properties": {
        "id": {
          "type": "string",
          "description": "Its key: payments stands for team:payments.",
          "minLength": 1
        },
        "name": {
          "type": "string",
          "description": "Default: the key.",
          "minLength": 1
        },
        "aliases": {
          "description": "Other names it is known by.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "parent": {
          "type": "string",
          "description": "Key of the team above.",
          "minLength": 1
        },
        "mandate": {
          "type": "string",
          "description": "What it is there for."
        },
        "contacts": {
          "$ref": "#/$defs/contacts"
        },
        "tags": {
          "description": "Words to filter by.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "url": {
          "type": "string",
          "description": "Its page.",
          "minLength": 1
        }
      }
    },
    "person": {
      "type": "object",
      "required": [
        "id"
      ],
      "additionalProperties": false,
      "properties": {
        "id": {
          "type": "string",
          "description": "The key: okafor stands for person:okafor.",
          "minLength": 1
        },
        "name": {
          "type": "string",
          "description": "Default: the key.",
          "minLength": 1
        },
        "aliases": {
          "description": "Other names, handles.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "teams": {
          "description": "Keys of the teams the person is in.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "active": {
          "type": "boolean",
          "description": "false once the person has left."
        },
        "contacts": {
          "$ref": "#/$defs/contacts"
        },
        "tags": {
          "description": "Words to filter by.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        }
      }
    },
    "contacts": {
      "description": "Ways to reach them: by kind, or as a list.",
      "anyOf": [
        {
          "type": "object",
          "additionalProperties": {
            "type": "string",
            "minLength": 1
          }
        },
        {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "kind",
              "text"
            ],
            "additionalProperties": false,
            "properties": {
              "kind": {
                "type": "string",
                "description": "chat, mail, pager, phone or web.",
                "minLength": 1
              },
              "text": {
                "type": "string",
                "minLength": 1
              },
              "url": {
                "type": "string",
                "minLength": 1
              }
            }
          }
        }
      ]
    },
    "document": {
      "description": "A link, a path in a repository, or where it stands and what is known of it. Words that are no link (TODO) are kept as a placeholder.",
      "anyOf": [
        {
          "type": "string",
          "minLength": 1
        },
        {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "title": {
              "type": "string",
              "minLength": 1
            },
            "url": {
              "type": "string",
              "minLength": 1
            },
            "placeholder": {
              "type": "string",
              "description": "Text that stands where the link should.",
              "minLength": 1
            },
            "versioned": {
              "type": "boolean",
              "description": "Under version control."
            },
            "reachable": {
              "type": "boolean",
              "description": "The link was found to work."
            }
          }
        }
      ]
    },
    "holders": {
      "anyOf": [
        {
          "$ref": "#/$defs/holder"
        },
        {
          "type": "array",
          "items": {
            "$ref": "#/$defs/holder"
          }
        }
      ]
    },
    "holder": {
      "anyOf": [
        {
          "type": "string",
          "description": "A team or person by key, name or alias; team: or person: before the key when it could be either.",
          "minLength": 1
        },
        {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "party": {
              "type": "string",
              "description": "A team or person by key, name or alias; team: or person: before the key when it could be either.",
              "minLength": 1
            },
            "placeholder": {
              "type": "string",
              "description": "Text that stands where an owner should.",
              "minLength": 1
            },
            "evidence": {
              "type": "string",
              "description": "What the claim rests on."
            },
            "at": {
              "type": "string",
              "description": "ISO 8601; without an offset it is of the workspace's zone, a bare date its midnight.",
              "minLength": 1
            },
            "id": {
              "type": "string",
              "description": "Key of the assignment. Default: made of activity, role and party.",
              "minLength": 1
            },
            "inheritedFrom": {
              "type": "string",
              "description": "Workload or group it comes from.",
              "minLength": 1
            }
          }
        }
      ]
    },
    "observed": {
      "type": "object",
      "required": [
        "role",
        "party"
      ],
      "additionalProperties": false,
      "description": "Somebody was seen to hold a role: in tags, commits, tickets, responses.",
      "properties": {
        "role": {
          "enum": [
            "A",
            "R",
            "V",
            "C",
            "I"
          ]
        },
        "party": {
          "type": "string",
          "description": "A team or person by key, name or alias; team: or person: before the key when it could be either.",
          "minLength": 1
        },
        "evidence": {
          "type": "string",
          "description": "Where it was seen."
        },
        "at": {
          "type": "string",
          "description": "ISO 8601; without an offset it is of the workspace's zone, a bare date its midnight.",
          "minLength": 1
        },
        "id": {
          "type": "string",
          "minLength": 1
        },
        "inheritedFrom": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "workload": {
      "type": "object",
      "required": [
        "id"
      ],
      "additionalProperties": false,
      "properties": {
        "id": {
          "type": "string",
          "description": "Its key.",
          "minLength": 1
        },
        "name": {
          "type": "string",
          "description": "Default: the key.",
          "minLength": 1
        },
        "aliases": {
          "description": "Other names.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "description": {
          "type": "string",
          "description": "What it is."
        },
        "tier": {
          "type": "integer",
          "minimum": 1,
          "description": "1 is the most critical."
        },
        "group": {
          "type": "string",
          "description": "The group of workloads it belongs to.",
          "minLength": 1
        },
        "team": {
          "type": "string",
          "description": "Key of the team that owns the resource itself.",
          "minLength": 1
        },
        "tags": {
          "description": "Words to filter by.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "url": {
          "type": "string",
          "description": "Its page.",
          "minLength": 1
        },
        "owners": {
          "type": "object",
          "additionalProperties": false,
          "description": "Roles that every activity of the workload has unless it names its own.",
          "properties": {
            "A": {
              "description": "Accountable: answers for it. Exactly one.",
              "$ref": "#/$defs/holders"
            },
            "R": {
              "description": "Responsible: performs it.",
              "$ref": "#/$defs/holders"
            },
            "V": {
              "description": "Validator: checks the result.",
              "$ref": "#/$defs/holders"
            },
            "C": {
              "description": "Consulted.",
              "$ref": "#/$defs/holders"
            },
            "I": {
              "description": "Informed when action is needed.",
              "$ref": "#/$defs/holders"
            }
          }
        },
        "activities": {
          "description": "What must be performed on it.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/activity"
          }
        }
      }
    },
    "activity": {
      "type": "object",
      "required": [
        "name"
      ],
      "additionalProperties": false,
      "properties": {
        "id": {
          "type": "string",
          "description": "Its key. Default: made of workload and name.",
          "minLength": 1
        },
        "name": {
          "type": "string",
          "description": "What is performed: Restore the database.",
          "minLength": 1
        },
        "kind": {
          "type": "string",
          "description": "process, procedure, response (to an event) or review. Default: process.",
          "minLength": 1
        },
        "description": {
          "type": "string",
          "description": "What is done."
        },
        "why": {
          "type": "string",
          "description": "Why the ownership is as it is."
        },
        "value": {
          "type": "string",
          "description": "What it is worth."
        },
        "events": {
          "description": "Names of the event rules it answers.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "pages": {
          "type": "boolean",
          "description": "These events can page a person."
        },
        "runbook": {
          "$ref": "#/$defs/document",
          "description": "A link, or the key of a shared runbook."
        },
        "playbook": {
          "$ref": "#/$defs/document"
        },
        "automation": {
          "description": "none, manual, runbook, scripted or event-driven; or with how often it was started and worked.",
          "anyOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "type": "object",
              "required": [
                "level"
              ],
              "additionalProperties": false,
              "properties": {
                "level": {
                  "type": "string",
                  "minLength": 1
                },
                "started": {
                  "type": "integer",
                  "minimum": 0
                },
                "worked": {
                  "type": "integer",
                  "minimum": 0
                },
                "reachedOutcome": {
                  "type": "integer",
                  "minimum": 0
                }
              }
            }
          ]
        },
        "risk": {
          "type": "string",
          "description": "low, medium or high.",
          "minLength": 1
        },
        "preApproved": {
          "type": "boolean",
          "description": "Approved beforehand as a change."
        },
        "review": {
          "type": "object",
          "additionalProperties": false,
          "description": "How often its ownership is reviewed, and by whom.",
          "properties": {
            "every": {
              "type": "string",
              "description": "A length of time: 90 days, 12 weeks, PT30M. Months and years have no fixed length.",
              "minLength": 1
            },
            "last": {
              "type": "string",
              "description": "ISO 8601; without an offset it is of the workspace's zone, a bare date its midnight.",
              "minLength": 1
            },
            "reviewers": {
              "description": "Who reviews.",
              "type": "array",
              "items": {
                "type": "string",
                "description": "A team or person by key, name or alias; team: or person: before the key when it could be either.",
                "minLength": 1
              }
            },
            "approvers": {
              "description": "Who approves.",
              "type": "array",
              "items": {
                "type": "string",
                "description": "A team or person by key, name or alias; team: or person: before the key when it could be either.",
                "minLength": 1
              }
            }
          }
        },
        "noOwnerBecause": {
          "type": "string",
          "description": "Set when nobody is meant to own it: the reason.",
          "minLength": 1
        },
        "exceptions": {
          "description": "Gaps that are borne with for some time. One that has expired excuses nothing.",
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "gap",
              "until",
              "reason"
            ],
            "additionalProperties": false,
            "properties": {
              "gap": {
                "type": "string",
                "description": "Which gap: no-runbook, review-overdue and so on.",
                "minLength": 1
              },
              "until": {
                "type": "string",
                "description": "ISO 8601; without an offset it is of the workspace's zone, a bare date its midnight.",
                "minLength": 1
              },
              "reason": {
                "type": "string",
                "description": "Why it is borne with.",
                "minLength": 1
              },
              "by": {
                "type": "string",
                "description": "Who approved it.",
                "minLength": 1
              }
            }
          }
        },
        "history": {
          "description": "What became of its ownership, the newest first.",
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "at",
              "what"
            ],
            "additionalProperties": false,
            "properties": {
              "at": {
                "type": "string",
                "description": "ISO 8601; without an offset it is of the workspace's zone, a bare date its midnight.",
                "minLength": 1
              },
              "what": {
                "type": "string",
                "description": "What happened, in one sentence.",
                "minLength": 1
              },
              "by": {
                "type": "string",
                "description": "Who did it.",
                "minLength": 1
              },
              "evidence": {
                "type": "string",
                "description": "What it rests on: a ticket, the minutes of a meeting.",
                "minLength": 1
              }
            }
          }
        },
        "tags": {
          "description": "Words to filter by.",
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "version": {
          "type": "string",
          "minLength": 1
        },
        "A": {
          "description": "Accountable: answers for it. Exactly one.",
          "$ref": "#/$defs/holders"
        },
        "R": {
          "description": "Responsible: performs it.",
          "$ref": "#/$defs/holders"
        },
        "V": {
          "description": "Validator: checks the result.",
          "$ref": "#/$defs/holders"
        },
        "C": {
          "description": "Consulted.",
          "$ref": "#/$defs/holders"
        },
        "I": {
          "description": "Informed when action is needed.",
          "$ref": "#/$defs/holders"
        },
        "observed": {
          "description": "Roles that were seen, beside those declared.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/observed"
          }
        }
      }
    }
  }
}
