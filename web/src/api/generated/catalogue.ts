// Generated from openapi/catalogue.json by `npm run generate`; never edited.

/** Every report: its words, its parameters, and the columns of its tables. */
export const reports = {
  "plays/weekly-overview": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "주간 개요",
      "en": "Weekly overview"
    },
    "description": {
      "ko": "지난주 점유율과 매출을 목표, 전주와 비교합니다.",
      "en": "Last week's occupancy and revenue vs. target and the week before."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "주간 개요",
          "en": "Weekly overview"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "weekStart",
          "weekEnd",
          "targetShare",
          "actualShare",
          "shareGap",
          "shareRatio",
          "targetKrw",
          "revenueKrw",
          "targetGapKrw",
          "targetRatio",
          "previousRevenueKrw",
          "changeKrw",
          "changeRatio",
          "dueTargetKrw",
          "dueRatio",
          "salesReason"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "weekStart",
          "weekEnd",
          "productions",
          "counted",
          "targetKrw",
          "revenueKrw",
          "targetGapKrw",
          "targetRatio",
          "dueTargetKrw",
          "dueRatio",
          "previousRevenueKrw",
          "compared",
          "changeKrw",
          "changeRatio"
        ]
      }
    }
  },
  "plays/weekly-casts": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "주간 캐스트",
      "en": "Weekly casts"
    },
    "description": {
      "ko": "지난주 매출이 가장 높은 캐스트 조합입니다.",
      "en": "Last week's top casts (same people in the same order)."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "top",
        "kind": "count",
        "repeatable": false,
        "default": 3,
        "minimum": 1,
        "maximum": 100,
        "choices": [],
        "title": {
          "ko": "상위 건수",
          "en": "Top"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "주간 캐스트",
          "en": "Weekly casts"
        },
        "rows": [
          "items",
          "casts"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "weekStart",
          "weekEnd",
          "cast",
          "revenueKrw",
          "performances",
          "rank"
        ]
      }
    }
  },
  "plays/outlook": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "전망",
      "en": "Outlook"
    },
    "description": {
      "ko": "이번 주와 다음 주 회차의 점유율과 잔여석, 예매가 저조한 회차입니다.",
      "en": "This and next week's performances: occupancy, remaining seats, and which are low."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "lowThreshold",
        "kind": "ratio",
        "repeatable": false,
        "default": 0.4,
        "minimum": 0,
        "maximum": 1,
        "choices": [],
        "title": {
          "ko": "저조 기준",
          "en": "Low threshold"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "전망",
          "en": "Outlook"
        },
        "rows": [
          "items",
          "performances"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "lowThreshold",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "thisWeekStart",
          "nextWeekStart",
          "nextWeekOccupancy",
          "startsAt",
          "cast",
          "paidShare",
          "complimentaryShare",
          "occupancy",
          "paidSeats",
          "complimentarySeats",
          "remainingSeats",
          "week",
          "low"
        ]
      }
    }
  },
  "plays/daily-brief": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "일일 요약",
      "en": "Daily brief"
    },
    "description": {
      "ko": "최근 판매일, 최근 두 공연일, 앞으로 7일의 회차입니다.",
      "en": "The last sale day, the last two performance days, and the next seven days."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "일일 요약",
          "en": "Daily brief"
        },
        "rows": [
          "items",
          "nextPerformances"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "lastSaleDay",
          "lastSaleDayRevenueKrw",
          "latestPerformanceDay",
          "latestOccupancy",
          "previousPerformanceDay",
          "previousOccupancy",
          "occupancyChange",
          "salesReason",
          "startsAt",
          "cast",
          "paidShare",
          "complimentaryShare",
          "occupancy",
          "paidSeats",
          "complimentarySeats",
          "remainingSeats"
        ]
      }
    }
  },
  "plays/weekly-occupancy": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "주간 점유율",
      "en": "Weekly occupancy"
    },
    "description": {
      "ko": "첫 회차부터 마지막 회차까지 주별 평균 유료 점유율입니다.",
      "en": "Average paid share by week, from the first to the last performance."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "주간 점유율",
          "en": "Weekly occupancy"
        },
        "rows": [
          "items",
          "weeks"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "weekStart",
          "weekEnd",
          "performances",
          "paidShare"
        ]
      }
    }
  },
  "plays/profit-forecast": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "예상 손익",
      "en": "Profit forecast"
    },
    "description": {
      "ko": "남은 회차가 지금까지의 평균만큼 팔릴 때의 매출과 손익입니다.",
      "en": "The run's revenue if each upcoming performance earns the average so far."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "예상 손익",
          "en": "Profit forecast"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "playedPerformances",
          "playedRevenueKrw",
          "playedMeanRevenueKrw",
          "toComePerformances",
          "toComeRevenueKrw",
          "toComeMeanRevenueKrw",
          "projectedRevenueKrw",
          "breakEvenKrw",
          "projectedProfitKrw",
          "reason"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productions",
          "counted",
          "playedPerformances",
          "playedRevenueKrw",
          "playedMeanRevenueKrw",
          "toComePerformances",
          "toComeRevenueKrw",
          "toComeMeanRevenueKrw",
          "projectedRevenueKrw",
          "breakEvenKrw",
          "projectedProfitKrw"
        ]
      }
    }
  },
  "plays/performances": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "회차별 판매",
      "en": "Performances"
    },
    "description": {
      "ko": "회차마다 점유율, 등급별 좌석, 매출, 평균 단가입니다.",
      "en": "Each performance: occupancy, seats by grade, revenue, average ticket price."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "from",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "시작일",
          "en": "From"
        }
      },
      {
        "name": "to",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "종료일",
          "en": "To"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "회차별 판매",
          "en": "Performances"
        },
        "rows": [
          "items",
          "performances"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "startsAt",
          "cast",
          "paidShare",
          "complimentaryShare",
          "occupancy",
          "paidSeats",
          "complimentarySeats",
          "remainingSeats",
          "paidSeatsByGrade.*",
          "complimentarySeatsByGrade.*",
          "depositShare",
          "revenueKrw",
          "meanTicketPriceKrw",
          "number",
          "remark",
          "roles",
          "depositedSeats",
          "depositedKrw",
          "pendingSeats",
          "pendingKrw"
        ]
      }
    }
  },
  "plays/monthly": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "월별 매출",
      "en": "Monthly"
    },
    "description": {
      "ko": "모든 연극과 뮤지컬의 최근 13개월 매출입니다.",
      "en": "Revenue of all plays by month: this month and the twelve before."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "월별 매출",
          "en": "Monthly"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "month",
          "revenueKrw",
          "changeKrw",
          "changeRatio",
          "note"
        ]
      }
    }
  },
  "plays/monthly-by-production": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "공연별 월 매출",
      "en": "Monthly by production"
    },
    "description": {
      "ko": "공연별 최근 13개월 매출입니다.",
      "en": "Revenue of each production by month: this month and the twelve before."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "공연별 월 매출",
          "en": "Monthly by production"
        },
        "rows": [
          "items",
          "months"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "salesReason",
          "month",
          "revenueKrw",
          "changeKrw",
          "changeRatio",
          "note"
        ]
      }
    }
  },
  "plays/revenue": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "매출 달성",
      "en": "Revenue"
    },
    "description": {
      "ko": "누적 매출과 기준일 매출을 목표와 비교합니다.",
      "en": "Revenue vs. target, in total and on the record date."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "매출 달성",
          "en": "Revenue"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "totalRevenueKrw",
          "totalTargetKrw",
          "totalRatio",
          "recordDateRevenueKrw",
          "recordDateTargetKrw",
          "recordDateRatio",
          "salesReason"
        ]
      },
      "categories": {
        "title": {
          "ko": "카테고리",
          "en": "Category"
        },
        "rows": [
          "categories"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "category",
          "totalRevenueKrw",
          "totalTargetKrw",
          "totalRatio",
          "recordDateRevenueKrw",
          "recordDateTargetKrw",
          "recordDateRatio"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "totalRevenueKrw",
          "totalTargetKrw",
          "totalRatio",
          "recordDateRevenueKrw",
          "recordDateTargetKrw",
          "recordDateRatio"
        ]
      }
    }
  },
  "plays/cast-revenue": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "캐스트 매출",
      "en": "Cast revenue"
    },
    "description": {
      "ko": "전체 기간의 캐스트 조합별 매출입니다.",
      "en": "Revenue of every cast over the whole run."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "캐스트 매출",
          "en": "Cast revenue"
        },
        "rows": [
          "items",
          "casts"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "cast",
          "revenueKrw",
          "performances",
          "rank",
          "meanRevenueKrw"
        ]
      }
    }
  },
  "plays/occupancy": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "점유율 비교",
      "en": "Occupancy"
    },
    "description": {
      "ko": "예매 점유율과 유료 점유율을 지난 회차와 앞으로의 회차로 나누어 봅니다.",
      "en": "Deposit and paid share of past and upcoming performances."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "점유율 비교",
          "en": "Occupancy"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "targetShare",
          "performances",
          "depositShare",
          "paidShare",
          "unpaidShare",
          "past.performances",
          "past.depositShare",
          "past.paidShare",
          "past.unpaidShare",
          "future.performances",
          "future.depositShare",
          "future.paidShare",
          "future.unpaidShare"
        ]
      }
    }
  },
  "plays/weekly-capacity": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "주간 좌석 판매",
      "en": "Weekly capacity"
    },
    "description": {
      "ko": "주별 판매 가능 좌석과 유료 좌석입니다.",
      "en": "Seats offered and paid by week."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "주간 좌석 판매",
          "en": "Weekly capacity"
        },
        "rows": [
          "items",
          "weeks"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "weekStart",
          "weekEnd",
          "performances",
          "offeredSeats",
          "paidSeats",
          "paidRatio",
          "revenueKrw",
          "meanTicketPriceKrw"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "weekStart",
          "weekEnd",
          "performances",
          "offeredSeats",
          "paidSeats",
          "paidRatio",
          "revenueKrw",
          "meanTicketPriceKrw"
        ]
      }
    }
  },
  "plays/summary": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "종합",
      "en": "Summary"
    },
    "description": {
      "ko": "주간 개요, 그저께부터 7일 뒤까지의 회차, 주간 점유율을 한 번에 봅니다.",
      "en": "Weekly overview, performances from two days ago to a week ahead, and weekly occupancy."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "weeklyOverview": {
        "title": {
          "ko": "주간 개요",
          "en": "Weekly overview"
        },
        "rows": [
          "weeklyOverview"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "weekStart",
          "weekEnd",
          "targetShare",
          "actualShare",
          "shareGap",
          "shareRatio",
          "targetKrw",
          "revenueKrw",
          "targetGapKrw",
          "targetRatio",
          "previousRevenueKrw",
          "changeKrw",
          "changeRatio",
          "dueTargetKrw",
          "dueRatio",
          "salesReason"
        ]
      },
      "performances": {
        "title": {
          "ko": "회차별 판매",
          "en": "Performances"
        },
        "rows": [
          "performances",
          "performances"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "startsAt",
          "cast",
          "paidShare",
          "complimentaryShare",
          "occupancy",
          "paidSeats",
          "complimentarySeats",
          "remainingSeats",
          "paidSeatsByGrade.*",
          "complimentarySeatsByGrade.*",
          "depositShare",
          "revenueKrw",
          "meanTicketPriceKrw",
          "number",
          "remark",
          "roles",
          "depositedSeats",
          "depositedKrw",
          "pendingSeats",
          "pendingKrw"
        ]
      },
      "weeklyOccupancy": {
        "title": {
          "ko": "주간 점유율",
          "en": "Weekly occupancy"
        },
        "rows": [
          "weeklyOccupancy",
          "weeks"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "weekStart",
          "weekEnd",
          "performances",
          "paidShare"
        ]
      }
    }
  },
  "plays/deposits": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "입금 현황",
      "en": "Deposits"
    },
    "description": {
      "ko": "회차마다 입금된 좌석과 아직 입금되지 않은 좌석입니다.",
      "en": "What is paid for each performance, and what is still pending."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "입금 현황",
          "en": "Deposits"
        },
        "rows": [
          "items",
          "performances"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "past.performances",
          "past.depositedSeats",
          "past.depositedKrw",
          "past.pendingSeats",
          "past.pendingKrw",
          "past.pendingRatio",
          "future.performances",
          "future.depositedSeats",
          "future.depositedKrw",
          "future.pendingSeats",
          "future.pendingKrw",
          "future.pendingRatio",
          "startsAt",
          "number",
          "depositedSeats",
          "depositedKrw",
          "pendingSeats",
          "pendingKrw",
          "pendingRatio",
          "daysToPerformance"
        ]
      }
    }
  },
  "concerts/daily": {
    "categories": [
      "concert"
    ],
    "title": {
      "ko": "일별 판매",
      "en": "Daily sales"
    },
    "description": {
      "ko": "판매일별 좌석과 매출입니다.",
      "en": "Seats and revenue of each sale day."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "일별 판매",
          "en": "Daily sales"
        },
        "rows": [
          "items",
          "days"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "day",
          "weekStart",
          "month",
          "seats",
          "complimentarySeats",
          "revenueKrw"
        ]
      }
    }
  },
  "concerts/weekly": {
    "categories": [
      "concert"
    ],
    "title": {
      "ko": "주간 판매",
      "en": "Weekly sales"
    },
    "description": {
      "ko": "주별 좌석과 매출, 그 주의 마케팅입니다.",
      "en": "Seats and revenue of each week, with its marketing."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "주간 판매",
          "en": "Weekly sales"
        },
        "rows": [
          "items",
          "weeks"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "weekStart",
          "weekEnd",
          "seats",
          "complimentarySeats",
          "revenueKrw",
          "salesMarketing",
          "promotion",
          "other"
        ]
      }
    }
  },
  "concerts/monthly": {
    "categories": [
      "concert"
    ],
    "title": {
      "ko": "월별 판매",
      "en": "Monthly sales"
    },
    "description": {
      "ko": "월별 좌석과 매출입니다.",
      "en": "Seats and revenue of each month."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "월별 판매",
          "en": "Monthly sales"
        },
        "rows": [
          "items",
          "months"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "month",
          "seats",
          "complimentarySeats",
          "revenueKrw"
        ]
      }
    }
  },
  "concerts/overview": {
    "categories": [
      "concert"
    ],
    "title": {
      "ko": "콘서트 개요",
      "en": "Overview"
    },
    "description": {
      "ko": "어제, 누적, 최근 7일 매출과 공연별 최근 판매일을 그 전 판매일과 비교합니다.",
      "en": "Yesterday, total and last seven days; each concert's last sale day vs. the one before."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "콘서트 개요",
          "en": "Overview"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "lastSaleDay",
          "lastSaleDayRevenueKrw",
          "previousSaleDay",
          "previousSaleDayRevenueKrw",
          "changeKrw",
          "changeRatio"
        ]
      },
      "totals": {
        "title": {
          "ko": "합계",
          "en": "Total"
        },
        "rows": [],
        "furtherRow": null,
        "columns": [
          "asOf",
          "yesterday",
          "yesterdayRevenueKrw",
          "totalRevenueKrw",
          "sevenDayRevenueKrw",
          "sevenDayMeanRevenueKrw"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productions",
          "counted",
          "lastSaleDay",
          "lastSaleDayRevenueKrw",
          "compared",
          "previousSaleDay",
          "previousSaleDayRevenueKrw",
          "changeKrw",
          "changeRatio"
        ]
      }
    }
  },
  "concerts/break-even": {
    "categories": [
      "concert"
    ],
    "title": {
      "ko": "손익분기",
      "en": "Break-even"
    },
    "description": {
      "ko": "등급별 판매 좌석, 잔여석, 지금 속도로 예상되는 판매입니다.",
      "en": "Seats sold, left and expected at the current pace, by seat grade."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "손익분기",
          "en": "Break-even"
        },
        "rows": [
          "items",
          "grades"
        ],
        "furtherRow": "total",
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "performances",
          "elapsedDays",
          "daysToSaleEnd",
          "targetShare",
          "grade",
          "seats",
          "soldSeats",
          "remainingSeats",
          "complimentarySeats",
          "freeSeats",
          "expectedAdditionalSeats",
          "expectedRemainingSeats",
          "breakEvenSeats",
          "expectedSalesRatio",
          "expectedRemainingRatio"
        ]
      }
    }
  },
  "concerts/profit-forecast": {
    "categories": [
      "concert"
    ],
    "title": {
      "ko": "예상 손익",
      "en": "Profit forecast"
    },
    "description": {
      "ko": "판매 종료까지 하루 평균만큼 팔릴 때의 매출과 손익입니다.",
      "en": "Average daily sales continued until the sale ends."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "예상 손익",
          "en": "Profit forecast"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "revenueKrw",
          "saleDays",
          "daysLeft",
          "projectedRevenueKrw",
          "breakEvenKrw",
          "projectedProfitKrw",
          "exceedsHouse",
          "fullHouseKrw",
          "expectedRevenueKrw",
          "expectedProfitKrw",
          "steady",
          "reason"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productions",
          "counted",
          "revenueKrw",
          "projectedRevenueKrw",
          "fullHouseKrw",
          "expectedRevenueKrw",
          "breakEvenKrw",
          "projectedProfitKrw",
          "expectedProfitKrw"
        ]
      }
    }
  },
  "concerts/target-sales": {
    "categories": [
      "concert"
    ],
    "title": {
      "ko": "목표 대비 매출",
      "en": "Target sales"
    },
    "description": {
      "ko": "지금까지의 매출을 전체 목표와 비교합니다.",
      "en": "Revenue so far vs. the total target."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "목표 대비 매출",
          "en": "Target sales"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "targetKrw",
          "revenueKrw",
          "ratio",
          "dueTargetKrw",
          "dueRatio"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productions",
          "counted",
          "targetKrw",
          "revenueKrw",
          "ratio",
          "dueTargetKrw",
          "dueRatio"
        ]
      }
    }
  },
  "concerts/marketing-week": {
    "categories": [
      "concert"
    ],
    "title": {
      "ko": "이번 주 마케팅",
      "en": "Marketing this week"
    },
    "description": {
      "ko": "이번 주의 마케팅 계획입니다.",
      "en": "This week's marketing plan."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "이번 주 마케팅",
          "en": "Marketing this week"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "weekNumber",
          "weekStart",
          "weekEnd",
          "salesMarketing",
          "promotion",
          "other"
        ]
      }
    }
  },
  "target-vs-actual": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "목표와 실적",
      "en": "Target vs actual"
    },
    "description": {
      "ko": "일, 주, 월별 매출을 목표와 비교하고 누적합니다.",
      "en": "Revenue vs. target by day, week or month, and cumulative."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "grain",
        "kind": "word",
        "repeatable": false,
        "default": "day",
        "minimum": null,
        "maximum": null,
        "choices": [
          "day",
          "week",
          "month"
        ],
        "title": {
          "ko": "단위",
          "en": "Grain"
        }
      },
      {
        "name": "from",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "시작일",
          "en": "From"
        }
      },
      {
        "name": "to",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "종료일",
          "en": "To"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "목표와 실적",
          "en": "Target vs actual"
        },
        "rows": [
          "items",
          "periods"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "grain",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "salesReason",
          "period",
          "revenueKrw",
          "targetKrw",
          "ratio",
          "cumulativeRevenueKrw",
          "cumulativeTargetKrw",
          "cumulativeRatio",
          "dueTargetKrw",
          "dueRatio",
          "cumulativeDueTargetKrw",
          "cumulativeDueRatio"
        ]
      },
      "categories": {
        "title": {
          "ko": "카테고리",
          "en": "Category"
        },
        "rows": [
          "categories",
          "periods"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "grain",
          "category",
          "period",
          "productions",
          "counted",
          "revenueKrw",
          "targetKrw",
          "ratio",
          "cumulativeRevenueKrw",
          "cumulativeTargetKrw",
          "cumulativeRatio",
          "dueTargetKrw",
          "dueRatio",
          "cumulativeDueTargetKrw",
          "cumulativeDueRatio"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "grain",
          "period",
          "productions",
          "counted",
          "revenueKrw",
          "targetKrw",
          "ratio",
          "cumulativeRevenueKrw",
          "cumulativeTargetKrw",
          "cumulativeRatio",
          "dueTargetKrw",
          "dueRatio",
          "cumulativeDueTargetKrw",
          "cumulativeDueRatio"
        ]
      }
    }
  },
  "marketing-effect": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "마케팅 효과",
      "en": "Marketing effect"
    },
    "description": {
      "ko": "마케팅을 한 주의 매출을 전주와 비교합니다.",
      "en": "Sales in each marketing week vs. the week before."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "마케팅 효과",
          "en": "Marketing effect"
        },
        "rows": [
          "items",
          "weeks"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "salesReason",
          "weekNumber",
          "weekStart",
          "weekEnd",
          "salesMarketing",
          "promotion",
          "other",
          "revenueKrw",
          "previousRevenueKrw",
          "changeKrw",
          "changeRatio",
          "comparable",
          "comparedDays"
        ]
      },
      "campaigns": {
        "title": {
          "ko": "캠페인",
          "en": "Campaigns"
        },
        "rows": [
          "items",
          "weeks",
          "campaigns"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "weekNumber",
          "id",
          "from",
          "to",
          "kind",
          "text"
        ]
      }
    }
  },
  "buyers/discounts": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "할인권종별 관객",
      "en": "Buyers by discount"
    },
    "description": {
      "ko": "예매처마다 어떤 할인권종으로 몇 매가 팔렸는지 봅니다.",
      "en": "Which discounts were used, by agency."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "할인권종별 관객",
          "en": "Buyers by discount"
        },
        "rows": [
          "items",
          "discounts"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "buyersRecordDate",
          "coveredRatio",
          "agency",
          "name",
          "discount",
          "seats",
          "revenueKrw",
          "seatRatio",
          "meanTicketPriceKrw"
        ]
      }
    }
  },
  "buyers/ages": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "연령대별 관객",
      "en": "Buyers by age"
    },
    "description": {
      "ko": "관객의 연령대를 남녀로 나누어 봅니다.",
      "en": "Buyers by age, men and women separately."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "연령대별 관객",
          "en": "Buyers by age"
        },
        "rows": [
          "items",
          "ages"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "buyersRecordDate",
          "coveredRatio",
          "ageGroup",
          "maleSeats",
          "femaleSeats",
          "unknownSeats",
          "seats",
          "seatRatio"
        ]
      }
    }
  },
  "buyers/payments": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "결제수단별 관객",
      "en": "Buyers by payment"
    },
    "description": {
      "ko": "결제수단과 카드사별로 몇 매가 팔렸는지 봅니다.",
      "en": "How buyers paid, and with which cards."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "결제수단별 관객",
          "en": "Buyers by payment"
        },
        "rows": [
          "items",
          "methods"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "buyersRecordDate",
          "coveredRatio",
          "method",
          "seats",
          "revenueKrw",
          "seatRatio"
        ]
      },
      "cards": {
        "title": {
          "ko": "카드별 관객",
          "en": "Buyers by card"
        },
        "rows": [
          "items",
          "cards"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "buyersRecordDate",
          "coveredRatio",
          "card",
          "seats",
          "revenueKrw",
          "seatRatio"
        ]
      }
    }
  },
  "buyers/channels": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "판매경로별 관객",
      "en": "Buyers by channel"
    },
    "description": {
      "ko": "어떤 판매경로로 몇 매가 팔렸는지 봅니다.",
      "en": "Where buyers bought: PC, mobile or phone."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "판매경로별 관객",
          "en": "Buyers by channel"
        },
        "rows": [
          "items",
          "channels"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "buyersRecordDate",
          "coveredRatio",
          "channel",
          "seats",
          "revenueKrw",
          "seatRatio"
        ]
      }
    }
  },
  "buyers/regions": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "지역별 관객",
      "en": "Buyers by region"
    },
    "description": {
      "ko": "관객이 어느 지역에 사는지 전국, 서울, 경기로 봅니다.",
      "en": "Where buyers live: nationwide, in Seoul or in Gyeonggi."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "level",
        "kind": "word",
        "repeatable": false,
        "default": "country",
        "minimum": null,
        "maximum": null,
        "choices": [
          "country",
          "seoul",
          "gyeonggi"
        ],
        "title": {
          "ko": "지역 범위",
          "en": "Region level"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "지역별 관객",
          "en": "Buyers by region"
        },
        "rows": [
          "items",
          "regions"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "level",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "buyersRecordDate",
          "coveredRatio",
          "region",
          "seats",
          "seatRatio"
        ]
      }
    }
  },
  "upload-coverage": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "누락 현황",
      "en": "Upload coverage"
    },
    "description": {
      "ko": "날짜별로 기준일 자료가 올라왔는지 보여 줍니다.",
      "en": "Record dates with and without a workbook."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "days",
        "kind": "count",
        "repeatable": false,
        "default": 90,
        "minimum": 1,
        "maximum": 400,
        "choices": [],
        "title": {
          "ko": "일수",
          "en": "Days"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "누락 현황",
          "en": "Upload coverage"
        },
        "rows": [
          "items",
          "coverage"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "day",
          "uploaded",
          "fileName"
        ]
      }
    }
  },
  "overview": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "현황",
      "en": "Overview"
    },
    "description": {
      "ko": "공연, 카테고리, 전체가 지금 어디까지 왔는지 한 번에 봅니다.",
      "en": "Where everything stands: each production, each category, and the total."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "lowThreshold",
        "kind": "ratio",
        "repeatable": false,
        "default": 0.4,
        "minimum": 0,
        "maximum": 1,
        "choices": [],
        "title": {
          "ko": "저조 기준",
          "en": "Low threshold"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "현황",
          "en": "Overview"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "lowThreshold",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "state",
          "missing",
          "basis",
          "salesReason",
          "revenueKrw",
          "bookedKrw",
          "depositedKrw",
          "seats",
          "openSeats",
          "seatRatio",
          "targetKrw",
          "targetRatio",
          "breakEvenKrw",
          "breakEvenRatio",
          "breakEvenOnTarget",
          "profitKrw",
          "revenueShare",
          "yesterdayRevenueKrw",
          "yesterdayChangeKrw",
          "sevenDayRevenueKrw",
          "sevenDayChangeRatio",
          "weekRevenueKrw",
          "weekDueTargetKrw",
          "weekDueRatio",
          "weekChangeRatio",
          "monthRevenueKrw",
          "monthTargetKrw",
          "monthDueTargetKrw",
          "monthDueRatio",
          "sevenDayPerformances",
          "sevenDayOccupancy"
        ]
      },
      "categories": {
        "title": {
          "ko": "카테고리",
          "en": "Category"
        },
        "rows": [
          "categories"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "lowThreshold",
          "category",
          "productions",
          "counted",
          "revenueKrw",
          "bookedKrw",
          "depositedKrw",
          "seats",
          "openSeats",
          "seatRatio",
          "targetKrw",
          "targetRatio",
          "breakEvenKrw",
          "breakEvenRatio",
          "breakEvenOnTarget",
          "profitKrw",
          "revenueShare",
          "yesterdayRevenueKrw",
          "yesterdayChangeKrw",
          "sevenDayRevenueKrw",
          "sevenDayChangeRatio",
          "weekRevenueKrw",
          "weekDueTargetKrw",
          "weekDueRatio",
          "weekChangeRatio",
          "monthRevenueKrw",
          "monthTargetKrw",
          "monthDueTargetKrw",
          "monthDueRatio",
          "sevenDayPerformances",
          "sevenDayOccupancy"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "lowThreshold",
          "productions",
          "counted",
          "revenueKrw",
          "bookedKrw",
          "depositedKrw",
          "seats",
          "openSeats",
          "seatRatio",
          "targetKrw",
          "targetRatio",
          "breakEvenKrw",
          "breakEvenRatio",
          "breakEvenOnTarget",
          "profitKrw",
          "revenueShare",
          "yesterdayRevenueKrw",
          "yesterdayChangeKrw",
          "sevenDayRevenueKrw",
          "sevenDayChangeRatio",
          "weekRevenueKrw",
          "weekDueTargetKrw",
          "weekDueRatio",
          "weekChangeRatio",
          "monthRevenueKrw",
          "monthTargetKrw",
          "monthDueTargetKrw",
          "monthDueRatio",
          "sevenDayPerformances",
          "sevenDayOccupancy"
        ]
      },
      "totals": {
        "title": {
          "ko": "도착 현황",
          "en": "Data received"
        },
        "rows": [],
        "furtherRow": null,
        "columns": [
          "asOf",
          "lowThreshold",
          "due",
          "arrived"
        ]
      },
      "completeDay": {
        "title": {
          "ko": "마감된 날",
          "en": "Complete day"
        },
        "rows": [
          "completeDay"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "lowThreshold",
          "day",
          "revenueKrw",
          "changeRatio"
        ]
      },
      "lastDays": {
        "title": {
          "ko": "일별 매출",
          "en": "Daily revenue"
        },
        "rows": [
          "items",
          "lastDays"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "lowThreshold",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "day",
          "revenueKrw",
          "targetKrw"
        ]
      },
      "lowPerformances": {
        "title": {
          "ko": "예매 저조 회차",
          "en": "Low-occupancy performances"
        },
        "rows": [
          "items",
          "lowPerformances"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "lowThreshold",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "startsAt",
          "cast",
          "paidShare",
          "complimentaryShare",
          "occupancy",
          "paidSeats",
          "complimentarySeats",
          "remainingSeats"
        ]
      }
    }
  },
  "agencies/sales": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "예매처별 판매",
      "en": "Agencies"
    },
    "description": {
      "ko": "예매처마다 팔린 좌석과 매출, 그 비중입니다.",
      "en": "What each ticket agency sold, and its share of the total."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "by",
        "kind": "word",
        "repeatable": false,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [
          "sale_day",
          "performance_day"
        ],
        "title": {
          "ko": "날짜 기준",
          "en": "Date basis"
        }
      },
      {
        "name": "from",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "시작일",
          "en": "From"
        }
      },
      {
        "name": "to",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "종료일",
          "en": "To"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "예매처별 판매",
          "en": "Agencies"
        },
        "rows": [
          "items",
          "agencies"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "by",
          "total.seats",
          "total.revenueKrw",
          "total.depositedSeats",
          "total.depositedKrw",
          "total.pendingSeats",
          "total.pendingKrw",
          "total.seatRatio",
          "total.revenueRatio",
          "total.meanTicketPriceKrw",
          "rest.seats",
          "rest.revenueKrw",
          "agency",
          "name",
          "seats",
          "revenueKrw",
          "depositedSeats",
          "depositedKrw",
          "pendingSeats",
          "pendingKrw",
          "seatRatio",
          "revenueRatio",
          "meanTicketPriceKrw"
        ]
      }
    }
  },
  "agencies/daily": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "예매처별 추이",
      "en": "Agencies over time"
    },
    "description": {
      "ko": "예매처마다 일, 주, 월별로 팔린 좌석과 매출을 누적과 함께 봅니다.",
      "en": "What each ticket agency sold by day, week or month, and cumulative."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "grain",
        "kind": "word",
        "repeatable": false,
        "default": "day",
        "minimum": null,
        "maximum": null,
        "choices": [
          "day",
          "week",
          "month"
        ],
        "title": {
          "ko": "단위",
          "en": "Grain"
        }
      },
      {
        "name": "from",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "시작일",
          "en": "From"
        }
      },
      {
        "name": "to",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "종료일",
          "en": "To"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "예매처별 추이",
          "en": "Agencies over time"
        },
        "rows": [
          "items",
          "agencies",
          "periods"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "grain",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "agency",
          "name",
          "period",
          "seats",
          "revenueKrw",
          "cumulativeRevenueKrw"
        ]
      }
    }
  },
  "snapshot-changes": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "기준일별 증감",
      "en": "Changes by record date"
    },
    "description": {
      "ko": "기준일마다 누적 합계가 앞 기준일보다 얼마나 달라졌는지입니다. 그 사이에 팔린 것과 같지 않습니다.",
      "en": "How the totals changed from one record date to the next, not what was sold in between."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "from",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "시작일",
          "en": "From"
        }
      },
      {
        "name": "to",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "종료일",
          "en": "To"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "기준일별 증감",
          "en": "Changes by record date"
        },
        "rows": [
          "items",
          "changes"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "productionId",
          "recordDate",
          "source",
          "seats",
          "revenueKrw",
          "depositedKrw",
          "days",
          "changeSeats",
          "changeKrw",
          "changeDepositedKrw"
        ]
      }
    }
  },
  "grades": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "등급별 좌석",
      "en": "Seat grades"
    },
    "description": {
      "ko": "등급별로 오픈한 좌석 가운데 얼마나, 얼마에 팔렸는지 봅니다.",
      "en": "Seats sold out of those open, by seat grade, and for how much."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "등급별 좌석",
          "en": "Seat grades"
        },
        "rows": [
          "items",
          "grades"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "grade",
          "label",
          "priceKrw",
          "openSeats",
          "paidSeats",
          "complimentarySeats",
          "remainingSeats",
          "paidShare",
          "seatShare",
          "paidRatio",
          "faceValueKrw",
          "potentialKrw"
        ]
      },
      "totals": {
        "title": {
          "ko": "등급 합계",
          "en": "All grades"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "performances",
          "total.grade",
          "total.label",
          "total.priceKrw",
          "total.openSeats",
          "total.paidSeats",
          "total.complimentarySeats",
          "total.remainingSeats",
          "total.paidShare",
          "total.seatShare",
          "total.paidRatio",
          "total.faceValueKrw",
          "total.potentialKrw",
          "total.revenueKrw",
          "total.discountRatio"
        ]
      }
    }
  },
  "forecast": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "예측",
      "en": "Forecast"
    },
    "description": {
      "ko": "회차와 전체의 최종 좌석과 매출을 80 % 구간으로, 손익분기에 닿는 날과 그 확률입니다.",
      "en": "Final seats and revenue of each performance and of the run as 80% intervals, and when break-even is likely to be reached."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "예측",
          "en": "Forecast"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "reason",
          "origin",
          "method",
          "paramsHash",
          "pastProductions",
          "confidence",
          "explain.pace",
          "explain.lastWeekPace",
          "run.soldSeats",
          "run.sellableSeats",
          "run.revenueKrw",
          "run.finalSeats.p10",
          "run.finalSeats.p50",
          "run.finalSeats.p90",
          "run.occupancy.p10",
          "run.occupancy.p50",
          "run.occupancy.p90",
          "run.finalRevenueKrw.p10",
          "run.finalRevenueKrw.p50",
          "run.finalRevenueKrw.p90",
          "run.revenueReason",
          "run.breakEven.breakEvenKrw",
          "run.breakEven.probabilityByClosing",
          "run.breakEven.p50Date",
          "run.breakEven.p80Date",
          "run.breakEven.profitKrw.p10",
          "run.breakEven.profitKrw.p50",
          "run.breakEven.profitKrw.p90",
          "run.breakEvenReason",
          "run.straightLineSeats",
          "run.straightLineKrw"
        ]
      },
      "performances": {
        "title": {
          "ko": "회차별 예측",
          "en": "Forecast by performance"
        },
        "rows": [
          "items",
          "performances"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "startsAt",
          "daysToGo",
          "soldSeats",
          "sellableSeats",
          "finalSeats.p10",
          "finalSeats.p50",
          "finalSeats.p90",
          "finalRevenueKrw.p10",
          "finalRevenueKrw.p50",
          "finalRevenueKrw.p90",
          "sellOutProbability",
          "ownFactor",
          "comparablesWeight",
          "reachesHouseLimit",
          "straightLineSeats"
        ]
      }
    }
  },
  "pace": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "판매 속도",
      "en": "Pace"
    },
    "description": {
      "ko": "남은 날에 따라 팔린 좌석의 비율을, 판매가 비슷했던 지난 공연들과 견줍니다.",
      "en": "Share of all seats sold by days to go, compared with similar past productions."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "among",
        "kind": "word",
        "repeatable": false,
        "default": "category",
        "minimum": null,
        "maximum": null,
        "choices": [
          "category",
          "all"
        ],
        "title": {
          "ko": "비교 범위",
          "en": "Compare within"
        }
      },
      {
        "name": "most",
        "kind": "count",
        "repeatable": false,
        "default": 10,
        "minimum": 1,
        "maximum": 10,
        "choices": [],
        "title": {
          "ko": "비교 공연 수",
          "en": "Productions compared"
        }
      }
    ],
    "tables": {
      "points": {
        "title": {
          "ko": "판매 속도",
          "en": "Pace"
        },
        "rows": [
          "items",
          "points"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "daysToGo",
          "soldShare",
          "usual.p10",
          "usual.p50",
          "usual.p90"
        ]
      },
      "comparables": {
        "title": {
          "ko": "비교한 공연",
          "en": "Compared with"
        },
        "rows": [
          "items",
          "comparables"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "comparableCode",
          "comparableName",
          "distance",
          "comparableId"
        ]
      }
    }
  },
  "cast-effects": {
    "categories": [
      "musical",
      "play"
    ],
    "title": {
      "ko": "캐스트 효과",
      "en": "Cast effects"
    },
    "description": {
      "ko": "누가 나온 회차가 얼마나 더 팔렸는지를 구간으로 봅니다. 함께 나타난 것이지, 그 때문이라는 뜻은 아닙니다.",
      "en": "With whom performances sold more or fewer seats, as intervals: an association, not a cause."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "effects": {
        "title": {
          "ko": "캐스트 효과",
          "en": "Cast effects"
        },
        "rows": [
          "items",
          "effects"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "castColumn",
          "person",
          "shows",
          "effectRatio",
          "lowRatio",
          "highRatio",
          "effectSeats",
          "effectKrw",
          "cannotTell"
        ]
      }
    }
  },
  "marketing-lift": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "캠페인 효과",
      "en": "Marketing lift"
    },
    "description": {
      "ko": "마케팅 메모가 있는 주에 좌석이 얼마나 더 팔렸는지를 다른 모든 주와 견줍니다. 함께 나타난 것이지, 그 때문이라는 뜻은 아닙니다.",
      "en": "How many more seats were sold in weeks with marketing notes than in all other weeks: an association, not a cause."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "campaigns": {
        "title": {
          "ko": "캠페인 효과",
          "en": "Marketing lift"
        },
        "rows": [
          "items",
          "campaigns"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "firstDay",
          "lastDay",
          "note",
          "liftRatio",
          "lowRatio",
          "highRatio",
          "chanceRatio",
          "windows",
          "minimumDetectableRatio",
          "cannotTell"
        ]
      }
    }
  },
  "forecast-scorecard": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "예측 성적표",
      "en": "Forecast scorecard"
    },
    "description": {
      "ko": "그때 해 둔 예측과 실제로 팔린 것을 견주고, 예전 방식의 직선 예상을 나란히 놓습니다.",
      "en": "Past forecasts compared with actuals and the straight line."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      }
    ],
    "tables": {
      "horizons": {
        "title": {
          "ko": "예측 성적표",
          "en": "Forecast scorecard"
        },
        "rows": [
          "horizons"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "quantity",
          "horizonDays",
          "fromDays",
          "toDays",
          "forecasts",
          "productions",
          "errorRatio",
          "biasRatio",
          "coverage",
          "productionCoverage",
          "winklerRatio",
          "straightLineErrorRatio",
          "straightLineBiasRatio",
          "belowSold",
          "unreliable"
        ]
      },
      "breakEven": {
        "title": {
          "ko": "손익분기 성적",
          "en": "Break-even score"
        },
        "rows": [
          "breakEven"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "forecasts",
          "productions",
          "brier"
        ]
      },
      "reliability": {
        "title": {
          "ko": "손익분기 신뢰도",
          "en": "Break-even reliability"
        },
        "rows": [
          "reliability"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "fromProbability",
          "toProbability",
          "forecasts",
          "toldRatio",
          "cameTrueRatio"
        ]
      }
    }
  },
  "market/genres": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "시장 장르",
      "en": "Market by genre"
    },
    "description": {
      "ko": "장르마다 구매일 기준 예매를 날짜별로, 그리고 합계로 보여 줍니다.",
      "en": "Bookings of each genre by day of purchase, and in total."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "from",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "시작일",
          "en": "From"
        }
      },
      {
        "name": "to",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "종료일",
          "en": "To"
        }
      },
      {
        "name": "genre",
        "kind": "word",
        "repeatable": false,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [
          "AAAA",
          "BBBC",
          "BBBE",
          "CCCA",
          "CCCC",
          "CCCD",
          "EEEA",
          "EEEB",
          "GGGA"
        ],
        "title": {
          "ko": "장르",
          "en": "Genre"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "시장 장르",
          "en": "Market by genre"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "genre",
          "name",
          "knownDays",
          "bookedTickets",
          "cancelledTickets",
          "netTickets",
          "amountKrw",
          "meanTicketPriceKrw",
          "cancellationRatio",
          "amountShare",
          "previousAmountKrw",
          "changeRatio"
        ],
        "words": {
          "name": {
            "ko": "장르 이름",
            "en": "Genre name"
          }
        }
      },
      "days": {
        "title": {
          "ko": "날짜별",
          "en": "By day"
        },
        "rows": [
          "items",
          "days"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "genre",
          "day",
          "productions",
          "performances",
          "bookedTickets",
          "cancelledTickets",
          "netTickets",
          "amountKrw",
          "corrected"
        ]
      },
      "overall": {
        "title": {
          "ko": "전체",
          "en": "Overall"
        },
        "rows": [
          "overall"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "knownDays",
          "bookedTickets",
          "cancelledTickets",
          "netTickets",
          "amountKrw",
          "meanTicketPriceKrw",
          "cancellationRatio",
          "amountShare",
          "previousAmountKrw",
          "changeRatio"
        ]
      },
      "market": {
        "title": {
          "ko": "출처",
          "en": "Source"
        },
        "rows": [
          "market"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "state",
          "through",
          "readAt",
          "stale",
          "attribution"
        ]
      }
    }
  },
  "market/rank": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "시장 순위",
      "en": "Rankings"
    },
    "description": {
      "ko": "우리 공연이 KOPIS 예매 순위에서 어디에 있는지, 장르마다 최근 순위표와 함께 보여 줍니다.",
      "en": "Where our productions stand in the KOPIS rankings, with the latest list of each genre."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "from",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "시작일",
          "en": "From"
        }
      },
      {
        "name": "to",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "종료일",
          "en": "To"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "시장 순위",
          "en": "Rankings"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "kopisIds",
          "genre",
          "latestDay",
          "latestRank",
          "bestRank",
          "rankChange",
          "reason"
        ]
      },
      "days": {
        "title": {
          "ko": "날짜별 순위",
          "en": "Rankings by day"
        },
        "rows": [
          "items",
          "days"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "day",
          "rank"
        ]
      },
      "top": {
        "title": {
          "ko": "순위표",
          "en": "Ranking lists"
        },
        "rows": [
          "top",
          "shows"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "genre",
          "day",
          "rank",
          "kopisId",
          "name",
          "place",
          "area",
          "seats",
          "performances",
          "from",
          "to",
          "productionCode"
        ],
        "words": {
          "name": {
            "ko": "공연명",
            "en": "Show"
          },
          "seats": {
            "ko": "공연장 좌석",
            "en": "Venue seats"
          }
        }
      },
      "market": {
        "title": {
          "ko": "출처",
          "en": "Source"
        },
        "rows": [
          "market"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "state",
          "through",
          "readAt",
          "stale",
          "attribution"
        ]
      }
    }
  },
  "market/openings": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "개막 예정",
      "en": "Openings"
    },
    "description": {
      "ko": "앞으로 어떤 공연이 언제 막을 올리는지, 같은 기간의 우리 공연과 함께 보여 줍니다.",
      "en": "Which shows open when, and which of our productions run then."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "from",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "시작일",
          "en": "From"
        }
      },
      {
        "name": "to",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "종료일",
          "en": "To"
        }
      },
      {
        "name": "genre",
        "kind": "word",
        "repeatable": false,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [
          "AAAA",
          "BBBC",
          "BBBE",
          "CCCA",
          "CCCC",
          "CCCD",
          "EEEA",
          "EEEB",
          "GGGA"
        ],
        "title": {
          "ko": "장르",
          "en": "Genre"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "개막 예정",
          "en": "Openings"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "kopisId",
          "name",
          "genre",
          "place",
          "area",
          "from",
          "to",
          "openRun",
          "productionCode",
          "beside"
        ],
        "words": {
          "name": {
            "ko": "공연명",
            "en": "Show"
          }
        }
      },
      "market": {
        "title": {
          "ko": "출처",
          "en": "Source"
        },
        "rows": [
          "market"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "state",
          "through",
          "readAt",
          "stale",
          "attribution"
        ]
      }
    }
  },
  "market/index": {
    "categories": [
      "concert",
      "musical",
      "play"
    ],
    "title": {
      "ko": "시장 지수",
      "en": "Market index"
    },
    "description": {
      "ko": "매출이 오르내린 것이 우리 때문인지 시장 때문인지, 장르의 예매와 견주어 봅니다. 비교이지 원인이 아닙니다.",
      "en": "Whether sales moved with the genre or independently: a comparison, not a cause."
    },
    "parameters": [
      {
        "name": "asOf",
        "kind": "day",
        "repeatable": false,
        "default": null,
        "minimum": "2000-01-01",
        "maximum": "2100-12-31",
        "choices": [],
        "title": {
          "ko": "조회 기준일",
          "en": "As of"
        }
      },
      {
        "name": "productionId",
        "kind": "id",
        "repeatable": true,
        "default": null,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "공연",
          "en": "Production"
        }
      },
      {
        "name": "includeInactive",
        "kind": "flag",
        "repeatable": false,
        "default": false,
        "minimum": null,
        "maximum": null,
        "choices": [],
        "title": {
          "ko": "종료된 공연 포함",
          "en": "Include inactive"
        }
      },
      {
        "name": "days",
        "kind": "count",
        "repeatable": false,
        "default": 7,
        "minimum": 7,
        "maximum": 28,
        "choices": [],
        "title": {
          "ko": "일수",
          "en": "Days"
        }
      }
    ],
    "tables": {
      "items": {
        "title": {
          "ko": "시장 지수",
          "en": "Market index"
        },
        "rows": [
          "items"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "genre",
          "lastDay",
          "ownKrw",
          "ownBaseKrw",
          "marketKrw",
          "marketBaseKrw",
          "ownRatio",
          "marketRatio",
          "relativeIndex",
          "shareRatio",
          "changeKrw",
          "marketPartKrw",
          "ownPartKrw",
          "verdict",
          "comparable",
          "reason"
        ],
        "words": {
          "shareRatio": {
            "ko": "장르 점유율",
            "en": "Share of genre"
          },
          "comparable": {
            "ko": "비교 가능",
            "en": "Comparable"
          }
        }
      },
      "series": {
        "title": {
          "ko": "날짜별 지수",
          "en": "Index by day"
        },
        "rows": [
          "items",
          "series"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "productionCode",
          "productionName",
          "category",
          "recordDate",
          "productionId",
          "day",
          "ownKrw",
          "marketKrw",
          "ownIndex",
          "marketIndex"
        ]
      },
      "market": {
        "title": {
          "ko": "출처",
          "en": "Source"
        },
        "rows": [
          "market"
        ],
        "furtherRow": null,
        "columns": [
          "asOf",
          "state",
          "through",
          "readAt",
          "stale",
          "attribution"
        ]
      }
    }
  }
} as const;
