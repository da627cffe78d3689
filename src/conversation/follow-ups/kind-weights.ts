import type { KindWeights } from "./judge-kind.ts";

export const kindWeights: KindWeights = {
 "bias": [
  4.0421,
  -0.5546,
  -0.0998,
  -1.1491,
  -2.2386
 ],
 "signals": [
  {
   "name": "fit",
   "mean": 0.3427,
   "deviation": 0.1798,
   "weights": [
    1.91,
    -0.6855,
    -1.2202,
    0.0022,
    -0.0065
   ]
  },
  {
   "name": "lead",
   "mean": 0.152,
   "deviation": 0.1496,
   "weights": [
    0.0758,
    -0.5873,
    0.5705,
    -0.0514,
    -0.0076
   ]
  },
  {
   "name": "share",
   "mean": 0.3359,
   "deviation": 0.2382,
   "weights": [
    -0.7704,
    0.0411,
    -0.1001,
    0.6185,
    0.2108
   ]
  },
  {
   "name": "stuckFit",
   "mean": 0.1789,
   "deviation": 0.1468,
   "weights": [
    -0.023,
    -0.2182,
    0.3588,
    -0.0529,
    -0.0647
   ]
  },
  {
   "name": "nothing",
   "mean": 0.1179,
   "deviation": 0.0931,
   "weights": [
    -0.1304,
    0.5876,
    -0.2652,
    0.0708,
    -0.2628
   ]
  },
  {
   "name": "elsewhere",
   "mean": 0.0744,
   "deviation": 0.0714,
   "weights": [
    -0.0147,
    -0.4039,
    0.4898,
    0.0029,
    -0.0741
   ]
  },
  {
   "name": "ours",
   "mean": 0.5577,
   "deviation": 1.9702,
   "weights": [
    0.2643,
    0.1106,
    0.0637,
    -0.3329,
    -0.1056
   ]
  },
  {
   "name": "certainty",
   "mean": 0.735,
   "deviation": 0.2016,
   "weights": [
    -0.1184,
    0.009,
    0.32,
    -0.1585,
    -0.052
   ]
  },
  {
   "name": "sure",
   "mean": 0.457,
   "deviation": 0.31,
   "weights": [
    0.0417,
    0.1108,
    -0.2321,
    0.0828,
    -0.0031
   ]
  },
  {
   "name": "other",
   "mean": 0.3336,
   "deviation": 0.328,
   "weights": [
    -0.1716,
    0.0514,
    0.1756,
    -0.0339,
    -0.0215
   ]
  },
  {
   "name": "otherOdds",
   "mean": -1.2136,
   "deviation": 2.2441,
   "weights": [
    -0.116,
    0.0651,
    0.3974,
    -0.2047,
    -0.1418
   ]
  },
  {
   "name": "otherLead",
   "mean": 0.3131,
   "deviation": 0.3239,
   "weights": [
    -0.0842,
    -0.0194,
    0.0276,
    0.0654,
    0.0106
   ]
  },
  {
   "name": "own",
   "mean": -3.1828,
   "deviation": 1.9909,
   "weights": [
    -0.0342,
    0.0633,
    -0.5296,
    0.4325,
    0.068
   ]
  },
  {
   "name": "linked",
   "mean": 0.1083,
   "deviation": 0.2486,
   "weights": [
    -0.0783,
    -0.5447,
    0.172,
    0.2807,
    0.1703
   ]
  },
  {
   "name": "isSame",
   "mean": 0.1586,
   "deviation": 0.3653,
   "weights": [
    -0.1103,
    -0.4736,
    0.2819,
    0.1753,
    0.1265
   ]
  },
  {
   "name": "isStrange",
   "mean": 0.1641,
   "deviation": 0.3704,
   "weights": [
    -0.3018,
    0.2874,
    0.0881,
    -0.0692,
    -0.0045
   ]
  },
  {
   "name": "answersOther",
   "mean": 0.1224,
   "deviation": 0.3277,
   "weights": [
    0.1187,
    -0.0985,
    0.366,
    -0.3017,
    -0.0845
   ]
  },
  {
   "name": "suggests",
   "mean": 0.5007,
   "deviation": 0.5,
   "weights": [
    0.0793,
    -0.014,
    -0.1784,
    0.2249,
    -0.1119
   ]
  },
  {
   "name": "declines",
   "mean": 0.0376,
   "deviation": 0.1901,
   "weights": [
    0.0551,
    -0.2508,
    -0.0285,
    0.3107,
    -0.0865
   ]
  },
  {
   "name": "asksChoice",
   "mean": 0.1363,
   "deviation": 0.3431,
   "weights": [
    0.0839,
    -0.3811,
    0.1095,
    -0.1729,
    0.3606
   ]
  },
  {
   "name": "worked",
   "mean": 0.0292,
   "deviation": 0.1684,
   "weights": [
    -0.3717,
    -0.1094,
    0.1093,
    -0.1839,
    0.5557
   ]
  },
  {
   "name": "noHelp",
   "mean": 0.0431,
   "deviation": 0.2031,
   "weights": [
    -0.1015,
    -0.1519,
    -0.2287,
    0.5118,
    -0.0297
   ]
  },
  {
   "name": "turns",
   "mean": 0.5744,
   "deviation": 0.4944,
   "weights": [
    0.2843,
    0.5391,
    0.0688,
    -0.4096,
    -0.4826
   ]
  },
  {
   "name": "isNegative",
   "mean": 0.0417,
   "deviation": 0.2,
   "weights": [
    -0.1004,
    -0.1852,
    0.2,
    0.1299,
    -0.0444
   ]
  },
  {
   "name": "asks",
   "mean": 0.0668,
   "deviation": 0.2496,
   "weights": [
    0.1328,
    0.3875,
    -0.1703,
    -0.2206,
    -0.1294
   ]
  },
  {
   "name": "length",
   "mean": 2.1212,
   "deviation": 0.3501,
   "weights": [
    -0.7247,
    0.2994,
    0.871,
    -0.1242,
    -0.3214
   ]
  },
  {
   "name": "wasStuck",
   "mean": 0.1154,
   "deviation": 0.3195,
   "weights": [
    0.283,
    0.0177,
    -0.8528,
    0.591,
    -0.039
   ]
  },
  {
   "name": "soundsWorked",
   "mean": -1.1261,
   "deviation": 2.003,
   "weights": [
    -0.3966,
    -0.3505,
    -0.2619,
    -0.0491,
    1.0582
   ]
  },
  {
   "name": "soundsNoHelp",
   "mean": -0.4569,
   "deviation": 1.8179,
   "weights": [
    -0.1897,
    -0.4285,
    -0.1059,
    1.083,
    -0.359
   ]
  },
  {
   "name": "soundsPart",
   "mean": 4.7118,
   "deviation": 1.768,
   "weights": [
    0.2908,
    -0.409,
    0.5537,
    0.0171,
    -0.4527
   ]
  },
  {
   "name": "soundsNothing",
   "mean": -0.4177,
   "deviation": 2.2664,
   "weights": [
    0.2624,
    1.1862,
    -0.3558,
    -0.7896,
    -0.3032
   ]
  },
  {
   "name": "soundsElse",
   "mean": -2.7111,
   "deviation": 1.9495,
   "weights": [
    0.0155,
    -0.2485,
    0.2794,
    -0.057,
    0.0106
   ]
  }
 ]
};
