// Made from public/openapi.json by `npm run wire`. Do not edit.
export const wireSchemas = {
 "Workload": {
  "type": "object",
  "required": [
   "id",
   "name",
   "tags"
  ],
  "properties": {
   "id": {
    "type": "string",
    "minLength": 1
   },
   "name": {
    "type": "string"
   },
   "aliases": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "description": {
    "type": "string"
   },
   "tier": {
    "type": "integer"
   },
   "group": {
    "type": "string"
   },
   "team": {
    "type": "string"
   },
   "tags": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "url": {
    "type": "string"
   }
  }
 },
 "Document": {
  "type": "object",
  "required": [],
  "properties": {
   "title": {
    "type": "string"
   },
   "url": {
    "type": "string"
   },
   "placeholder": {
    "type": "string"
   },
   "versioned": {
    "type": "boolean"
   },
   "reachable": {
    "type": "boolean"
   }
  }
 },
 "Automation": {
  "type": "object",
  "required": [
   "level"
  ],
  "properties": {
   "level": {
    "type": "string"
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
 },
 "ReviewPolicy": {
  "type": "object",
  "required": [
   "reviewers",
   "approvers"
  ],
  "properties": {
   "every": {
    "type": "number"
   },
   "last": {
    "type": "string",
    "format": "date-time"
   },
   "reviewers": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "approvers": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "Exception": {
  "type": "object",
  "required": [
   "gap",
   "until",
   "reason"
  ],
  "properties": {
   "gap": {
    "type": "string"
   },
   "until": {
    "type": "string",
    "format": "date-time"
   },
   "reason": {
    "type": "string"
   },
   "by": {
    "type": "string"
   }
  }
 },
 "OwnershipMoment": {
  "type": "object",
  "required": [
   "at",
   "what"
  ],
  "properties": {
   "at": {
    "type": "string",
    "format": "date-time"
   },
   "what": {
    "type": "string"
   },
   "by": {
    "type": "string"
   },
   "evidence": {
    "type": "string"
   }
  }
 },
 "Activity": {
  "type": "object",
  "required": [
   "id",
   "name",
   "workload",
   "kind",
   "events",
   "tags"
  ],
  "properties": {
   "id": {
    "type": "string",
    "minLength": 1
   },
   "name": {
    "type": "string"
   },
   "workload": {
    "type": "string"
   },
   "kind": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "why": {
    "type": "string"
   },
   "value": {
    "type": "string"
   },
   "events": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "pages": {
    "type": "boolean"
   },
   "runbook": {
    "$ref": "#/$defs/Document"
   },
   "playbook": {
    "$ref": "#/$defs/Document"
   },
   "automation": {
    "$ref": "#/$defs/Automation"
   },
   "risk": {
    "type": "string"
   },
   "preApproved": {
    "type": "boolean"
   },
   "review": {
    "$ref": "#/$defs/ReviewPolicy"
   },
   "noOwnerBecause": {
    "type": "string"
   },
   "exceptions": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Exception"
    }
   },
   "history": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/OwnershipMoment"
    }
   },
   "tags": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "version": {
    "type": "string"
   }
  }
 },
 "Contact": {
  "type": "object",
  "required": [
   "kind",
   "text"
  ],
  "properties": {
   "kind": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "url": {
    "type": "string"
   }
  }
 },
 "Team": {
  "type": "object",
  "required": [
   "type",
   "id",
   "name",
   "contacts",
   "tags"
  ],
  "properties": {
   "type": {
    "const": "team"
   },
   "id": {
    "type": "string",
    "pattern": "^team:."
   },
   "name": {
    "type": "string"
   },
   "aliases": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "parent": {
    "type": "string"
   },
   "mandate": {
    "type": "string"
   },
   "contacts": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Contact"
    }
   },
   "tags": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "url": {
    "type": "string"
   }
  }
 },
 "Person": {
  "type": "object",
  "required": [
   "type",
   "id",
   "name",
   "teams",
   "contacts",
   "tags"
  ],
  "properties": {
   "type": {
    "const": "person"
   },
   "id": {
    "type": "string",
    "pattern": "^person:."
   },
   "name": {
    "type": "string"
   },
   "aliases": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "teams": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "active": {
    "type": "boolean"
   },
   "contacts": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Contact"
    }
   },
   "tags": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "Party": {
  "oneOf": [
   {
    "$ref": "#/$defs/Team"
   },
   {
    "$ref": "#/$defs/Person"
   }
  ]
 },
 "Assignment": {
  "type": "object",
  "required": [
   "id",
   "activity",
   "role",
   "claim"
  ],
  "properties": {
   "id": {
    "type": "string",
    "minLength": 1
   },
   "activity": {
    "type": "string"
   },
   "role": {
    "type": "string",
    "enum": [
     "accountable",
     "responsible",
     "validator",
     "consulted",
     "informed"
    ]
   },
   "party": {
    "type": "string"
   },
   "placeholder": {
    "type": "string"
   },
   "claim": {
    "type": "string",
    "enum": [
     "declared",
     "observed"
    ]
   },
   "evidence": {
    "type": "string"
   },
   "at": {
    "type": "string",
    "format": "date-time"
   },
   "inheritedFrom": {
    "type": "string"
   }
  }
 },
 "Event": {
  "type": "object",
  "required": [
   "id",
   "title",
   "kind",
   "at",
   "planned",
   "workloads"
  ],
  "properties": {
   "id": {
    "type": "string",
    "minLength": 1
   },
   "title": {
    "type": "string"
   },
   "kind": {
    "type": "string"
   },
   "rule": {
    "type": "string"
   },
   "at": {
    "type": "string",
    "format": "date-time"
   },
   "until": {
    "type": "string",
    "format": "date-time"
   },
   "planned": {
    "type": "boolean"
   },
   "origin": {
    "type": "string"
   },
   "workloads": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "severity": {
    "type": "integer",
    "minimum": 1,
    "maximum": 5
   },
   "pages": {
    "type": "boolean"
   },
   "incident": {
    "type": "string"
   },
   "escalatedBy": {
    "type": "string"
   },
   "outcome": {
    "type": "string"
   },
   "version": {
    "type": "string"
   }
  }
 },
 "Clocks": {
  "type": "object",
  "required": [],
  "properties": {
   "started": {
    "type": "string",
    "format": "date-time"
   },
   "detected": {
    "type": "string",
    "format": "date-time"
   },
   "acknowledged": {
    "type": "string",
    "format": "date-time"
   },
   "mitigated": {
    "type": "string",
    "format": "date-time"
   },
   "resolved": {
    "type": "string",
    "format": "date-time"
   },
   "closed": {
    "type": "string",
    "format": "date-time"
   }
  }
 },
 "RoleHolder": {
  "type": "object",
  "required": [
   "role",
   "person"
  ],
  "properties": {
   "role": {
    "type": "string"
   },
   "person": {
    "type": "string"
   }
  }
 },
 "PlanStep": {
  "type": "object",
  "required": [
   "id",
   "text"
  ],
  "properties": {
   "id": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "owner": {
    "type": "string"
   },
   "dueAfter": {
    "type": "number"
   },
   "doneAt": {
    "type": "string",
    "format": "date-time"
   },
   "skippedBecause": {
    "type": "string"
   }
  }
 },
 "ResponsePlan": {
  "type": "object",
  "required": [
   "id",
   "title",
   "steps"
  ],
  "properties": {
   "id": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "updateEvery": {
    "type": "number"
   },
   "steps": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/PlanStep"
    }
   }
  }
 },
 "Link": {
  "type": "object",
  "required": [
   "title",
   "url"
  ],
  "properties": {
   "title": {
    "type": "string"
   },
   "url": {
    "type": "string"
   }
  }
 },
 "Review": {
  "type": "object",
  "required": [
   "summary",
   "factors",
   "wentWell",
   "lessons",
   "sharedWith"
  ],
  "properties": {
   "summary": {
    "type": "string"
   },
   "heldAt": {
    "type": "string",
    "format": "date-time"
   },
   "factors": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "wentWell": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "lessons": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "sharedWith": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "Incident": {
  "type": "object",
  "required": [
   "id",
   "title",
   "state",
   "opened",
   "clocks",
   "workloads",
   "roles",
   "factors",
   "labels",
   "links"
  ],
  "properties": {
   "id": {
    "type": "string",
    "minLength": 1
   },
   "title": {
    "type": "string"
   },
   "severity": {
    "type": "integer",
    "minimum": 1,
    "maximum": 5
   },
   "severityText": {
    "type": "string"
   },
   "state": {
    "type": "string"
   },
   "opened": {
    "type": "string",
    "format": "date-time"
   },
   "clocks": {
    "$ref": "#/$defs/Clocks"
   },
   "workloads": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "team": {
    "type": "string"
   },
   "assignee": {
    "type": "string"
   },
   "roles": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/RoleHolder"
    }
   },
   "activity": {
    "type": "string"
   },
   "plan": {
    "$ref": "#/$defs/ResponsePlan"
   },
   "updateDue": {
    "type": "string",
    "format": "date-time"
   },
   "impact": {
    "type": "string"
   },
   "problem": {
    "type": "string"
   },
   "factors": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "labels": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "detection": {
    "type": "string"
   },
   "reassignments": {
    "type": "integer",
    "minimum": 0
   },
   "returns": {
    "type": "integer",
    "minimum": 0
   },
   "reopened": {
    "type": "integer",
    "minimum": 0
   },
   "slaMet": {
    "type": "boolean"
   },
   "links": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Link"
    }
   },
   "review": {
    "$ref": "#/$defs/Review"
   },
   "inferred": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "version": {
    "type": "string"
   }
  }
 },
 "TimelineEntry": {
  "type": "object",
  "required": [
   "id",
   "incident",
   "at",
   "sequence",
   "kind"
  ],
  "properties": {
   "id": {
    "type": "string",
    "minLength": 1
   },
   "incident": {
    "type": "string"
   },
   "at": {
    "type": "string",
    "format": "date-time"
   },
   "recordedAt": {
    "type": "string",
    "format": "date-time"
   },
   "sequence": {
    "type": "integer"
   },
   "kind": {
    "type": "string"
   },
   "actor": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "from": {
    "type": "string"
   },
   "to": {
    "type": "string"
   },
   "corrected": {
    "type": "string"
   },
   "undoes": {
    "type": "string"
   }
  }
 },
 "Fix": {
  "type": "object",
  "required": [
   "at",
   "what"
  ],
  "properties": {
   "at": {
    "type": "string",
    "format": "date-time"
   },
   "what": {
    "type": "string"
   },
   "by": {
    "type": "string"
   }
  }
 },
 "Action": {
  "type": "object",
  "required": [
   "id",
   "title",
   "kind",
   "state"
  ],
  "properties": {
   "id": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "kind": {
    "type": "string"
   },
   "state": {
    "type": "string"
   },
   "owner": {
    "type": "string"
   },
   "due": {
    "type": "string",
    "format": "date-time"
   },
   "doneAt": {
    "type": "string",
    "format": "date-time"
   }
  }
 },
 "RootCause": {
  "type": "object",
  "required": [
   "text"
  ],
  "properties": {
   "method": {
    "type": "string"
   },
   "text": {
    "type": "string"
   }
  }
 },
 "ProblemMoment": {
  "type": "object",
  "required": [
   "at",
   "what"
  ],
  "properties": {
   "at": {
    "type": "string",
    "format": "date-time"
   },
   "what": {
    "type": "string"
   },
   "by": {
    "type": "string"
   }
  }
 },
 "Problem": {
  "type": "object",
  "required": [
   "id",
   "title",
   "state",
   "workloads",
   "factors",
   "fixes",
   "actions"
  ],
  "properties": {
   "id": {
    "type": "string",
    "minLength": 1
   },
   "title": {
    "type": "string"
   },
   "state": {
    "type": "string"
   },
   "opened": {
    "type": "string",
    "format": "date-time"
   },
   "owner": {
    "type": "string"
   },
   "workloads": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "rootCause": {
    "$ref": "#/$defs/RootCause"
   },
   "factors": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "workaround": {
    "type": "string"
   },
   "fixes": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Fix"
    }
   },
   "actions": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Action"
    }
   },
   "history": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/ProblemMoment"
    }
   },
   "version": {
    "type": "string"
   }
  }
 },
 "Improvement": {
  "type": "object",
  "required": [
   "id",
   "title",
   "from",
   "state"
  ],
  "properties": {
   "id": {
    "type": "string",
    "minLength": 1
   },
   "title": {
    "type": "string"
   },
   "from": {
    "type": "string"
   },
   "state": {
    "type": "string"
   },
   "owner": {
    "type": "string"
   },
   "created": {
    "type": "string",
    "format": "date-time"
   },
   "due": {
    "type": "string",
    "format": "date-time"
   },
   "doneAt": {
    "type": "string",
    "format": "date-time"
   },
   "activity": {
    "type": "string"
   },
   "incident": {
    "type": "string"
   },
   "version": {
    "type": "string"
   }
  }
 },
 "RoleStep": {
  "type": "object",
  "required": [
   "op",
   "role",
   "party"
  ],
  "properties": {
   "op": {
    "type": "string",
    "enum": [
     "give",
     "take"
    ]
   },
   "role": {
    "type": "string",
    "enum": [
     "accountable",
     "responsible",
     "validator",
     "consulted",
     "informed"
    ]
   },
   "party": {
    "type": "string"
   }
  }
 },
 "ChangeRequest": {
  "type": "object",
  "required": [
   "id",
   "activity",
   "kind",
   "steps",
   "reason",
   "proposer",
   "proposedAt",
   "approvers",
   "state"
  ],
  "properties": {
   "id": {
    "type": "string",
    "minLength": 1
   },
   "activity": {
    "type": "string"
   },
   "kind": {
    "type": "string"
   },
   "steps": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/RoleStep"
    }
   },
   "gap": {
    "type": "string"
   },
   "expires": {
    "type": "string",
    "format": "date-time"
   },
   "reason": {
    "type": "string"
   },
   "proposer": {
    "type": "string"
   },
   "proposedAt": {
    "type": "string",
    "format": "date-time"
   },
   "approvers": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "state": {
    "type": "string"
   },
   "decidedBy": {
    "type": "string"
   },
   "decidedAt": {
    "type": "string",
    "format": "date-time"
   },
   "note": {
    "type": "string"
   },
   "plan": {
    "type": "string"
   },
   "version": {
    "type": "string"
   }
  }
 },
 "Caveat": {
  "type": "object",
  "required": [
   "kind",
   "text"
  ],
  "properties": {
   "kind": {
    "type": "string",
    "enum": [
     "partial",
     "truncated",
     "inferred",
     "zone-assumed",
     "stale"
    ]
   },
   "text": {
    "type": "string"
   },
   "count": {
    "type": "integer",
    "minimum": 0
   }
  }
 },
 "Page": {
  "type": "object",
  "required": [
   "items",
   "asOf"
  ],
  "properties": {
   "items": {
    "type": "array",
    "items": true
   },
   "cursor": {
    "type": "string"
   },
   "total": {
    "type": "integer",
    "minimum": 0
   },
   "asOf": {
    "type": "string",
    "format": "date-time"
   },
   "caveats": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Caveat"
    }
   }
  }
 },
 "Distribution": {
  "type": "object",
  "required": [
   "kind"
  ],
  "properties": {
   "kind": {
    "type": "string",
    "enum": [
     "exact",
     "binned"
    ]
   },
   "values": {
    "type": "array",
    "items": {
     "type": "number"
    }
   },
   "zeros": {
    "type": "integer",
    "minimum": 0
   },
   "bins": {
    "type": "array",
    "items": {
     "type": "array",
     "minItems": 2,
     "maxItems": 2,
     "items": {
      "type": "integer"
     }
    }
   }
  }
 },
 "SummaryCell": {
  "type": "object",
  "required": [
   "bucket",
   "key",
   "count",
   "closed",
   "open",
   "missing",
   "faults"
  ],
  "properties": {
   "bucket": {
    "type": "string"
   },
   "key": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "count": {
    "type": "integer",
    "minimum": 0
   },
   "closed": {
    "$ref": "#/$defs/Distribution"
   },
   "open": {
    "$ref": "#/$defs/Distribution"
   },
   "missing": {
    "type": "integer",
    "minimum": 0
   },
   "faults": {
    "type": "integer",
    "minimum": 0
   }
  }
 },
 "SummaryAnswer": {
  "type": "object",
  "required": [
   "cells",
   "asOf"
  ],
  "properties": {
   "cells": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/SummaryCell"
    }
   },
   "asOf": {
    "type": "string",
    "format": "date-time"
   },
   "caveats": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/Caveat"
    }
   }
  }
 },
 "Offer": {
  "type": "object",
  "required": [
   "version",
   "title",
   "time",
   "facets",
   "commands",
   "summaries",
   "changes"
  ],
  "properties": {
   "version": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "time": {
    "type": "string",
    "format": "date-time"
   },
   "facets": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "commands": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "summaries": {
    "type": "boolean"
   },
   "changes": {
    "type": "boolean"
   },
   "dimensions": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "eventDimensions": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "SetState": {
  "type": "object",
  "required": [
   "kind",
   "incident",
   "to"
  ],
  "properties": {
   "kind": {
    "const": "set-state"
   },
   "incident": {
    "type": "string"
   },
   "to": {
    "type": "string"
   },
   "note": {
    "type": "string"
   }
  }
 },
 "SetSeverity": {
  "type": "object",
  "required": [
   "kind",
   "incident",
   "to",
   "reason"
  ],
  "properties": {
   "kind": {
    "const": "set-severity"
   },
   "incident": {
    "type": "string"
   },
   "to": {
    "type": "integer",
    "minimum": 1,
    "maximum": 5
   },
   "reason": {
    "type": "string"
   }
  }
 },
 "Assign": {
  "type": "object",
  "required": [
   "kind",
   "incident"
  ],
  "properties": {
   "kind": {
    "const": "assign"
   },
   "incident": {
    "type": "string"
   },
   "team": {
    "type": "string"
   },
   "person": {
    "type": "string"
   }
  }
 },
 "TakeRole": {
  "type": "object",
  "required": [
   "kind",
   "incident",
   "role",
   "person"
  ],
  "properties": {
   "kind": {
    "const": "take-role"
   },
   "incident": {
    "type": "string"
   },
   "role": {
    "type": "string"
   },
   "person": {
    "type": "string"
   }
  }
 },
 "AddEntry": {
  "type": "object",
  "required": [
   "kind",
   "incident",
   "entry",
   "text"
  ],
  "properties": {
   "kind": {
    "const": "add-entry"
   },
   "incident": {
    "type": "string"
   },
   "entry": {
    "type": "string",
    "enum": [
     "note",
     "update"
    ]
   },
   "text": {
    "type": "string"
   },
   "at": {
    "type": "string",
    "format": "date-time"
   }
  }
 },
 "LinkProblem": {
  "type": "object",
  "required": [
   "kind",
   "incident"
  ],
  "properties": {
   "kind": {
    "const": "link-problem"
   },
   "incident": {
    "type": "string"
   },
   "problem": {
    "type": "string"
   }
  }
 },
 "SetStep": {
  "type": "object",
  "required": [
   "kind",
   "incident",
   "step",
   "to"
  ],
  "properties": {
   "kind": {
    "const": "set-step"
   },
   "incident": {
    "type": "string"
   },
   "step": {
    "type": "string"
   },
   "to": {
    "type": "string",
    "enum": [
     "done",
     "skipped",
     "open"
    ]
   },
   "because": {
    "type": "string"
   }
  }
 },
 "LinkEvent": {
  "type": "object",
  "required": [
   "kind",
   "event"
  ],
  "properties": {
   "kind": {
    "const": "link-event"
   },
   "event": {
    "type": "string"
   },
   "incident": {
    "type": "string"
   }
  }
 },
 "CorrectEntry": {
  "type": "object",
  "required": [
   "kind",
   "incident",
   "entry",
   "text"
  ],
  "properties": {
   "kind": {
    "const": "correct-entry"
   },
   "incident": {
    "type": "string"
   },
   "entry": {
    "type": "string"
   },
   "text": {
    "type": "string"
   }
  }
 },
 "WriteReview": {
  "type": "object",
  "required": [
   "kind",
   "incident",
   "review"
  ],
  "properties": {
   "kind": {
    "const": "write-review"
   },
   "incident": {
    "type": "string"
   },
   "review": {
    "$ref": "#/$defs/Review"
   }
  }
 },
 "MarkReviewed": {
  "type": "object",
  "required": [
   "kind",
   "activity"
  ],
  "properties": {
   "kind": {
    "const": "mark-reviewed"
   },
   "activity": {
    "type": "string"
   },
   "evidence": {
    "type": "string"
   }
  }
 },
 "RequestChange": {
  "type": "object",
  "required": [
   "kind",
   "activity",
   "change",
   "steps",
   "reason"
  ],
  "properties": {
   "kind": {
    "const": "request-change"
   },
   "activity": {
    "type": "string"
   },
   "change": {
    "type": "string",
    "enum": [
     "add",
     "change",
     "transfer",
     "exception"
    ]
   },
   "steps": {
    "type": "array",
    "items": {
     "$ref": "#/$defs/RoleStep"
    }
   },
   "gap": {
    "type": "string"
   },
   "expires": {
    "type": "string",
    "format": "date-time"
   },
   "reason": {
    "type": "string"
   },
   "plan": {
    "type": "string"
   }
  }
 },
 "DecideChange": {
  "type": "object",
  "required": [
   "kind",
   "request",
   "decision"
  ],
  "properties": {
   "kind": {
    "const": "decide-change"
   },
   "request": {
    "type": "string"
   },
   "decision": {
    "type": "string",
    "enum": [
     "approved",
     "rejected",
     "withdrawn"
    ]
   },
   "note": {
    "type": "string"
   }
  }
 },
 "GiveFeedback": {
  "type": "object",
  "required": [
   "kind",
   "activity",
   "text"
  ],
  "properties": {
   "kind": {
    "const": "give-feedback"
   },
   "activity": {
    "type": "string"
   },
   "text": {
    "type": "string"
   }
  }
 },
 "RecordImprovement": {
  "type": "object",
  "required": [
   "kind",
   "title",
   "from"
  ],
  "properties": {
   "kind": {
    "const": "record-improvement"
   },
   "title": {
    "type": "string"
   },
   "from": {
    "type": "string",
    "enum": [
     "review",
     "incident",
     "feedback"
    ]
   },
   "activity": {
    "type": "string"
   },
   "incident": {
    "type": "string"
   },
   "owner": {
    "type": "string"
   },
   "due": {
    "type": "string",
    "format": "date-time"
   }
  }
 },
 "SetImprovement": {
  "type": "object",
  "required": [
   "kind",
   "improvement"
  ],
  "properties": {
   "kind": {
    "const": "set-improvement"
   },
   "improvement": {
    "type": "string"
   },
   "state": {
    "type": "string",
    "enum": [
     "open",
     "in-progress",
     "done",
     "dropped"
    ]
   },
   "owner": {
    "type": "string"
   },
   "due": {
    "type": "string",
    "format": "date-time"
   }
  }
 },
 "RecordProblem": {
  "type": "object",
  "required": [
   "kind",
   "title",
   "workloads",
   "incidents"
  ],
  "properties": {
   "kind": {
    "const": "record-problem"
   },
   "title": {
    "type": "string"
   },
   "workloads": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "owner": {
    "type": "string"
   },
   "incidents": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  }
 },
 "SetProblem": {
  "type": "object",
  "required": [
   "kind",
   "problem"
  ],
  "properties": {
   "kind": {
    "const": "set-problem"
   },
   "problem": {
    "type": "string"
   },
   "state": {
    "type": "string",
    "enum": [
     "identified",
     "analysing",
     "known-error",
     "fix-in-progress",
     "resolved"
    ]
   },
   "owner": {
    "type": "string"
   },
   "rootCause": {
    "type": "string"
   },
   "workaround": {
    "type": "string"
   },
   "because": {
    "type": "string"
   }
  }
 },
 "DeclareFix": {
  "type": "object",
  "required": [
   "kind",
   "problem",
   "what"
  ],
  "properties": {
   "kind": {
    "const": "declare-fix"
   },
   "problem": {
    "type": "string"
   },
   "what": {
    "type": "string"
   },
   "at": {
    "type": "string",
    "format": "date-time"
   }
  }
 },
 "AddAction": {
  "type": "object",
  "required": [
   "kind",
   "problem",
   "title",
   "action"
  ],
  "properties": {
   "kind": {
    "const": "add-action"
   },
   "problem": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "action": {
    "type": "string",
    "enum": [
     "prevent",
     "detect",
     "mitigate",
     "learn"
    ]
   },
   "owner": {
    "type": "string"
   },
   "due": {
    "type": "string",
    "format": "date-time"
   }
  }
 },
 "SetAction": {
  "type": "object",
  "required": [
   "kind",
   "problem",
   "action"
  ],
  "properties": {
   "kind": {
    "const": "set-action"
   },
   "problem": {
    "type": "string"
   },
   "action": {
    "type": "string"
   },
   "state": {
    "type": "string",
    "enum": [
     "open",
     "in-progress",
     "done",
     "dropped"
    ]
   },
   "owner": {
    "type": "string"
   },
   "due": {
    "type": "string",
    "format": "date-time"
   }
  }
 },
 "Undo": {
  "type": "object",
  "required": [
   "kind",
   "of"
  ],
  "properties": {
   "kind": {
    "const": "undo"
   },
   "of": {
    "type": "string",
    "minLength": 1
   }
  }
 },
 "Command": {
  "oneOf": [
   {
    "$ref": "#/$defs/SetState"
   },
   {
    "$ref": "#/$defs/SetSeverity"
   },
   {
    "$ref": "#/$defs/Assign"
   },
   {
    "$ref": "#/$defs/TakeRole"
   },
   {
    "$ref": "#/$defs/AddEntry"
   },
   {
    "$ref": "#/$defs/LinkProblem"
   },
   {
    "$ref": "#/$defs/SetStep"
   },
   {
    "$ref": "#/$defs/LinkEvent"
   },
   {
    "$ref": "#/$defs/CorrectEntry"
   },
   {
    "$ref": "#/$defs/WriteReview"
   },
   {
    "$ref": "#/$defs/MarkReviewed"
   },
   {
    "$ref": "#/$defs/RequestChange"
   },
   {
    "$ref": "#/$defs/DecideChange"
   },
   {
    "$ref": "#/$defs/GiveFeedback"
   },
   {
    "$ref": "#/$defs/RecordImprovement"
   },
   {
    "$ref": "#/$defs/SetImprovement"
   },
   {
    "$ref": "#/$defs/RecordProblem"
   },
   {
    "$ref": "#/$defs/SetProblem"
   },
   {
    "$ref": "#/$defs/DeclareFix"
   },
   {
    "$ref": "#/$defs/AddAction"
   },
   {
    "$ref": "#/$defs/SetAction"
   },
   {
    "$ref": "#/$defs/Undo"
   }
  ]
 },
 "CommandRequest": {
  "type": "object",
  "required": [
   "actor",
   "at",
   "command"
  ],
  "properties": {
   "actor": {
    "type": "string"
   },
   "at": {
    "type": "string",
    "format": "date-time"
   },
   "command": {
    "$ref": "#/$defs/Command"
   }
  }
 },
 "Receipt": {
  "type": "object",
  "required": [
   "changed"
  ],
  "properties": {
   "changed": {
    "type": "object",
    "additionalProperties": {
     "type": "array",
     "items": {
      "type": "string"
     }
    }
   }
  }
 },
 "ProblemDetails": {
  "type": "object",
  "required": [
   "type",
   "title",
   "status"
  ],
  "properties": {
   "type": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "status": {
    "type": "integer"
   },
   "detail": {
    "type": "string"
   },
   "instance": {
    "type": "string"
   }
  }
 }
}
