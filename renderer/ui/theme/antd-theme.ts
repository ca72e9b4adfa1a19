import type { ThemeConfig } from 'antd';

/** antd in the colours of tokens.css; `fontSize` in px. Motion is off: nothing in a work tool jumps. */
export function antdTheme(fontSize: number): ThemeConfig {
  return {
    token: {
      colorPrimary: '#1f4e8c',
      colorInfo: '#1f4e8c',
      colorLink: '#1f4e8c',
      colorError: '#a1160f',
      colorWarning: '#8a5a00',
      colorSuccess: '#14562d',
      colorText: '#1b2430',
      colorTextSecondary: '#414b59',
      colorTextTertiary: '#4d5866',
      colorTextDescription: '#414b59',
      colorTextPlaceholder: '#5c6776',
      colorTextDisabled: '#4d5866',
      colorBorder: '#7f8a99',
      colorBorderSecondary: '#d3d9e1',
      colorBgLayout: '#f2f4f7',
      borderRadius: 4,
      borderRadiusLG: 6,
      fontSize,
      controlHeight: Math.round(fontSize * 2.25),
      fontFamily: 'var(--font)',
      motion: false,
      wireframe: false,
    },
    components: {
      Tag: { defaultColor: '#414b59', defaultBg: '#e9ecf1' },
      Table: {
        cellPaddingBlock: 8,
        cellPaddingInline: 12,
        headerBg: '#e9ecf1',
        headerColor: '#414b59',
        rowHoverBg: '#e7eef8',
      },
      Tabs: { horizontalMargin: '0', verticalItemPadding: '6px 20px', verticalItemMargin: '0' },
    },
  };
}
