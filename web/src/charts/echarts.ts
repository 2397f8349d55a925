/** The parts of ECharts that are used, fetched only when a chart is first shown. */
import { BarChart, LineChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, MarkLineComponent, ToolboxComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, TooltipComponent, MarkLineComponent, DataZoomComponent, ToolboxComponent, CanvasRenderer]);

export { init, type ECharts };
