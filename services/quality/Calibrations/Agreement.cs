namespace DialInsight.Quality.Calibrations;

/// <summary>
/// Agreement of two raters beyond chance: <c>κ = (p_o − p_e) / (1 − p_e)</c> with p_o = Σ p_ii and p_e = Σ p_i· p_·i (Cohen 1960, A coefficient of agreement for
/// nominal scales, equation 1).
/// </summary>
/// <param name="Samples">How many samples both rated, N.</param>
/// <param name="Observed">p_o, 0 to 1.</param>
/// <param name="Expected">p_e, 0 to 1.</param>
/// <param name="Kappa">κ, at most 1; null where p_e is 1 and κ says nothing, or nothing was rated.</param>
/// <param name="StandardError">Its standard error; null where κ is.</param>
internal sealed record Agreement(int Samples, double Observed, double Expected, double? Kappa, double? StandardError)
{
    /// <summary>The standard normal deviate of a two-sided 95 %.</summary>
    private const double Deviate = 1.959963984540054;

    /// <summary>The lower end of κ's 95 % interval, −1 at least.</summary>
    public double? Low => Kappa is { } kappa ? Math.Max(-1, kappa - (Deviate * StandardError!.Value)) : null;

    /// <summary>The upper end of κ's 95 % interval, 1 at most.</summary>
    public double? High => Kappa is { } kappa ? Math.Min(1, kappa + (Deviate * StandardError!.Value)) : null;

    /// <summary>The agreement in a matrix.</summary>
    public static Agreement Of(ConfusionMatrix matrix)
    {
        int size = matrix.Levels.Count;
        int samples = matrix.Counts.Sum(row => row.Sum());
        if (samples == 0)
            return new Agreement(0, 0, 0, null, null);
        double[][] shares = [.. matrix.Counts.Select(row => row.Select(count => (double)count / samples).ToArray())];
        double[] people = [.. shares.Select(row => row.Sum())];
        double[] judge = [.. Enumerable.Range(0, size).Select(column => shares.Sum(row => row[column]))];
        double observed = Enumerable.Range(0, size).Sum(level => shares[level][level]);
        double expected = people.Zip(judge, (person, model) => person * model).Sum();
        if (1 - expected < 1e-12)
            return new Agreement(samples, observed, expected, null, null);
        return new Agreement(
            samples, observed, expected, (observed - expected) / (1 - expected), Math.Sqrt(Variance(shares, people, judge, observed, expected) / samples));
    }

    /// <summary>How far this agreement is from an earlier one, in standard errors of the difference; null where that says nothing.</summary>
    public double? DeviationFrom(Agreement earlier)
    {
        if (Kappa is not { } now || earlier.Kappa is not { } before)
            return null;
        double error = Math.Sqrt((StandardError!.Value * StandardError.Value) + (earlier.StandardError!.Value * earlier.StandardError.Value));
        return error > 0 ? (now - before) / error : null;
    }

    /// <summary>Whether the difference from an earlier agreement is more than chance gives in 95 of 100 cases.</summary>
    public bool HasDriftedFrom(Agreement earlier) => DeviationFrom(earlier) is { } deviation
        ? Math.Abs(deviation) > Deviate
        : Kappa is { } now && earlier.Kappa is { } before && Math.Abs(now - before) > 1e-12;

    /// <summary>The large-sample variance of κ times N (Fleiss, Cohen and Everitt 1969, Large sample standard errors of kappa and weighted kappa, equation 13).</summary>
    private static double Variance(double[][] shares, double[] people, double[] judge, double observed, double expected)
    {
        double agreeing = 0, disagreeing = 0;
        for (int row = 0; row < shares.Length; row++)
        {
            for (int column = 0; column < shares.Length; column++)
            {
                if (row == column)
                    agreeing += shares[row][row] * Square((1 - expected) - ((people[row] + judge[row]) * (1 - observed)));
                else
                    disagreeing += shares[row][column] * Square(judge[row] + people[column]);
            }
        }

        double rest = Square((observed * expected) - (2 * expected) + observed);
        double variance = (agreeing + (Square(1 - observed) * disagreeing) - rest) / Square(Square(1 - expected));
        // What is left of nothing is the arithmetic's.
        return variance < 1e-12 ? 0 : variance;
    }

    private static double Square(double value) => value * value;
}
