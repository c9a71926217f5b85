namespace DialInsight.Standalone;

/// <summary>Finds the bundled sample: beside the program, or in the repository it was built from.</summary>
internal static class SampleFolder
{
    /// <summary>The recipe of the sample run.</summary>
    public static string Recipe => Path.Combine(Root, "recipes", "real-estate-insight.yaml");

    /// <summary>Its transcripts.</summary>
    public static string Transcripts => Path.Combine(Root, "transcripts", "real-estate");

    private static string Root => Path.Combine(AppContext.BaseDirectory, "samples");
}
