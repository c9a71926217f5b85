namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Whose side a speaker is on.</summary>
internal enum Side
{
    /// <summary>The business's.</summary>
    Staff,

    /// <summary>The other one.</summary>
    Customer,
}
