import type { KindWeights } from "./judge-kind.ts";

export const kindWeights: KindWeights = {
 "bias": [
  4.1341,
  -0.6056,
  -0.1201,
  -1.23,
  -2.1783
 ],
 "signals": [
  {
   "name": "fit",
   "mean": 0.3449,
   "deviation": 0.1819,
   "weights": [
    1.768,
    -0.7545,
    -0.9806,
    -0.0243,
    -0.0086
   ]
  },
  {
   "name": "lead",
   "mean": 0.1518,
   "deviation": 0.1505,
   "weights": [
    0.0799,
    -0.6081,
    0.4859,
    0.0159,
    0.0263
   ]
  },
  {
   "name": "share",
   "mean": 0.3359,
   "deviation": 0.2382,
   "weights": [
    -0.7242,
    0.1297,
    -0.1975,
    0.6502,
    0.1418
   ]
  },
  {
   "name": "stuckFit",
   "mean": 0.1797,
   "deviation": 0.1489,
   "weights": [
    -0.0048,
    -0.3616,
    0.4364,
    -0.0367,
    -0.0333
   ]
  },
  {
   "name": "nothing",
   "mean": 0.1227,
   "deviation": 0.093,
   "weights": [
    -0.071,
    0.6703,
    -0.374,
    0.0214,
    -0.2468
   ]
  },
  {
   "name": "elsewhere",
   "mean": 0.0984,
   "deviation": 0.0798,
   "weights": [
    -0.1491,
    -0.6178,
    0.4505,
    0.0412,
    0.2752
   ]
  },
  {
   "name": "ours",
   "mean": 0.5577,
   "deviation": 1.9702,
   "weights": [
    0.1612,
    0.1066,
    0.1049,
    -0.2857,
    -0.0869
   ]
  },
  {
   "name": "certainty",
   "mean": 0.735,
   "deviation": 0.2016,
   "weights": [
    -0.1897,
    0.0182,
    0.3012,
    -0.131,
    0.0012
   ]
  },
  {
   "name": "sure",
   "mean": 0.457,
   "deviation": 0.31,
   "weights": [
    0.0582,
    0.0455,
    -0.1881,
    0.062,
    0.0224
   ]
  },
  {
   "name": "other",
   "mean": 0.3336,
   "deviation": 0.328,
   "weights": [
    -0.1365,
    0.0406,
    0.1163,
    -0.0186,
    -0.0018
   ]
  },
  {
   "name": "otherOdds",
   "mean": -1.2136,
   "deviation": 2.2441,
   "weights": [
    -0.1405,
    0.0364,
    0.3513,
    -0.1424,
    -0.1048
   ]
  },
  {
   "name": "otherLead",
   "mean": 0.3131,
   "deviation": 0.3239,
   "weights": [
    -0.0693,
    -0.0127,
    -0.0071,
    0.0596,
    0.0295
   ]
  },
  {
   "name": "own",
   "mean": -3.1828,
   "deviation": 1.9909,
   "weights": [
    -0.0238,
    0.0753,
    -0.5387,
    0.406,
    0.0811
   ]
  },
  {
   "name": "linked",
   "mean": 0.1083,
   "deviation": 0.2486,
   "weights": [
    -0.0349,
    -0.5369,
    0.1711,
    0.2446,
    0.156
   ]
  },
  {
   "name": "isSame",
   "mean": 0.1586,
   "deviation": 0.3653,
   "weights": [
    -0.0888,
    -0.4399,
    0.1904,
    0.2265,
    0.1118
   ]
  },
  {
   "name": "isStrange",
   "mean": 0.1641,
   "deviation": 0.3704,
   "weights": [
    -0.2975,
    0.1754,
    0.0525,
    0.0325,
    0.0371
   ]
  },
  {
   "name": "answersOther",
   "mean": 0.1224,
   "deviation": 0.3277,
   "weights": [
    0.1294,
    -0.0325,
    0.3156,
    -0.3148,
    -0.0977
   ]
  },
  {
   "name": "suggests",
   "mean": 0.5007,
   "deviation": 0.5,
   "weights": [
    0.0247,
    0.0171,
    -0.1661,
    0.2429,
    -0.1185
   ]
  },
  {
   "name": "declines",
   "mean": 0.0376,
   "deviation": 0.1901,
   "weights": [
    0.0478,
    -0.2209,
    -0.058,
    0.2922,
    -0.0611
   ]
  },
  {
   "name": "asksChoice",
   "mean": 0.1363,
   "deviation": 0.3431,
   "weights": [
    0.0567,
    -0.3046,
    0.117,
    -0.1892,
    0.3201
   ]
  },
  {
   "name": "worked",
   "mean": 0.0292,
   "deviation": 0.1684,
   "weights": [
    -0.3624,
    -0.1117,
    0.1355,
    -0.2236,
    0.5621
   ]
  },
  {
   "name": "noHelp",
   "mean": 0.0431,
   "deviation": 0.2031,
   "weights": [
    -0.1065,
    -0.1509,
    -0.1493,
    0.458,
    -0.0513
   ]
  },
  {
   "name": "turns",
   "mean": 0.5744,
   "deviation": 0.4944,
   "weights": [
    0.237,
    0.5821,
    -0.0938,
    -0.3008,
    -0.4245
   ]
  },
  {
   "name": "isNegative",
   "mean": 0.0417,
   "deviation": 0.2,
   "weights": [
    -0.1037,
    -0.1968,
    0.1477,
    0.1703,
    -0.0175
   ]
  },
  {
   "name": "asks",
   "mean": 0.0668,
   "deviation": 0.2496,
   "weights": [
    0.1392,
    0.3933,
    -0.1359,
    -0.2265,
    -0.17
   ]
  },
  {
   "name": "length",
   "mean": 2.1212,
   "deviation": 0.3501,
   "weights": [
    -0.7939,
    0.2567,
    0.9599,
    -0.0964,
    -0.3263
   ]
  },
  {
   "name": "wasStuck",
   "mean": 0.1154,
   "deviation": 0.3195,
   "weights": [
    0.251,
    0.0461,
    -0.7497,
    0.4809,
    -0.0284
   ]
  },
  {
   "name": "soundsWorked",
   "mean": -1.6357,
   "deviation": 2.0797,
   "weights": [
    -0.4386,
    -0.251,
    -0.4946,
    0.1912,
    0.9929
   ]
  },
  {
   "name": "soundsNoHelp",
   "mean": -0.8367,
   "deviation": 1.8414,
   "weights": [
    -0.2473,
    -0.4456,
    -0.2182,
    1.0898,
    -0.1787
   ]
  },
  {
   "name": "soundsPart",
   "mean": 3.9979,
   "deviation": 1.8366,
   "weights": [
    0.4397,
    -0.3086,
    0.2703,
    -0.0083,
    -0.393
   ]
  },
  {
   "name": "soundsNothing",
   "mean": -0.5903,
   "deviation": 2.2619,
   "weights": [
    0.1492,
    1.155,
    -0.1977,
    -0.8345,
    -0.272
   ]
  },
  {
   "name": "soundsElse",
   "mean": -0.9353,
   "deviation": 1.9888,
   "weights": [
    0.1118,
    -0.3536,
    0.6945,
    -0.2522,
    -0.2005
   ]
  }
 ]
};
