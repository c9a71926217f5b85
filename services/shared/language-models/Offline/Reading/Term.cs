namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>A content-bearing piece of a text: an English word or number, or a pair of Chinese characters.</summary>
/// <param name="Key">What equal terms share, case and plural put aside.</param>
/// <param name="Start">Where it begins in its text.</param>
/// <param name="Length">How many UTF-16 units it has.</param>
internal readonly record struct Term(ulong Key, int Start, int Length);
