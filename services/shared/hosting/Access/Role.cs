namespace DialInsight.Hosting.Access;

/// <summary>What a caller may do; each role includes the ones before it.</summary>
public enum Role
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Decides on instructions and reviews.</summary>
    Curator,

    /// <summary>Brings in transcripts, runs recipes, releases.</summary>
    Operator,

    /// <summary>Erases and administers.</summary>
    Admin,
}
