namespace DialInsight.Ingest.Erasure;

/// <summary>The services that hold something of transcripts and answer for it. The kept answers of models are erased by those that asked for them.</summary>
internal static class ErasingServices
{
    public static IReadOnlyList<string> Names { get; } = ["instruction-evolution", "labeling", "prompt-assembly", "quality"];
}
