namespace DialInsight.Datasets.Metrics;

/// <summary>The levels of all labels of a run (method: quality, Q_x = N_x / N_judged). Unjudged ones stand apart and never count as low.</summary>
/// <param name="High">How many are high.</param>
/// <param name="Medium">How many are medium.</param>
/// <param name="Low">How many are low, by a hard gate or by the judge.</param>
/// <param name="InReview">How many wait for a person.</param>
/// <param name="Unjudged">How many could not be judged.</param>
public sealed record LabelQuality(long High, long Medium, long Low, long InReview, long Unjudged)
{
    /// <summary>How many have a level.</summary>
    public long Judged => High + Medium + Low;

    /// <summary>How many were labelled.</summary>
    public long Labelled => Judged + InReview + Unjudged;

    /// <summary>High over judged, 0 to 1; 0 when nothing was judged.</summary>
    public double ShareHigh => Share(High, Judged);

    /// <summary>Medium over judged, 0 to 1; 0 when nothing was judged.</summary>
    public double ShareMedium => Share(Medium, Judged);

    /// <summary>Low over judged, 0 to 1; 0 when nothing was judged.</summary>
    public double ShareLow => Share(Low, Judged);

    /// <summary>Unjudged over labelled, 0 to 1; 0 when nothing was labelled.</summary>
    public double ShareUnjudged => Share(Unjudged, Labelled);

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
