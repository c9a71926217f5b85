namespace DialInsight.PromptAssembly.Attempts;

/// <summary>How a cell went on.</summary>
internal enum Onward
{
    /// <summary>With an attempt that was not there before.</summary>
    Issued,

    /// <summary>With nothing new: the run may be through.</summary>
    NothingNew,

    /// <summary>Not at all: the run was paused before it could, and is taken up from here when it goes on.</summary>
    Held,
}
